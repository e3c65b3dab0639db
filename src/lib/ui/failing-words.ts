import { BUCKET_HOURS, type Play, type Simulation } from '$lib/domain/simulation/model';
import type { FigureInput } from './network-figures';
import { duration, filledText, megabytes } from './network-words';
import { counted } from './plan-words';

/** What follows when no Group Update Provider answers, in sentences; none where nothing of it was played. */
export function failingWords({
	plays,
	transfer
}: Pick<FigureInput, 'plays' | 'transfer'>): readonly string[] {
	const play = plays.find(({ failing }) => failing !== undefined);
	const row = transfer.find(({ method }) => method === 'gup');
	if (!play?.failing || !row) return [];
	const { fill, day } = play.failing;
	return [
		patienceWords(play),
		`First fill: ${firstWords(fill.result)} ${filledWords(fill.result, fill.scenario.days)}, with the GUP after ${filledText({ ...play, isPoint: true })}; the link carries ${megabytes(fill.result.link)} in ${counted(fill.scenario.days, 'day')}, instead of ${megabytes(play.result.link)} in ${play.scenario.days}.`,
		`Ordinary days: in ${counted(day.scenario.days, 'day')} a GUP is gone round ${counted(day.result.bypassed, 'time')}, and the link carries ${megabytes(day.result.link)} instead of ${megabytes(row.wanMegabytesPerDay * day.scenario.days)}.`
	];
}

function patienceWords({ scenario: { bypassMinutes, window } }: Play): string {
	const share = window.hours < 24 ? ', counted in the hours in which updates may use the link' : '';
	return `Clients try a GUP in vain for ${duration(bypassMinutes / 60)}${share}; then they take content from the SEPM, each through the link by itself. This bypass time is the one that the plan proposes.`;
}

function firstWords({ linkMegabytes, bypassed }: Simulation): string {
	const first = linkMegabytes.findIndex((carried) => carried > 0);
	if (bypassed === 0 || first === -1) return 'nobody goes round it in the time that was played.';
	return `the first client goes round it after ${duration(Math.max(BUCKET_HOURS, first * BUCKET_HOURS))}.`;
}

function filledWords({ filledAfterHours }: Simulation, days: number): string {
	return filledAfterHours === null
		? `Not all have content within ${counted(days, 'day')}`
		: `All have content after ${duration(filledAfterHours)}`;
}
