import { kilobytesPerSecond } from '../transfer.ts';
import type { Scenario } from './model.ts';
import { ALWAYS, Pipe } from './pipe.ts';

/** Whatever carries content to a site, and in it: the link, the internet line, and what each GUP serves with. */
export interface Lines<Flow> {
	readonly link: Pipe<Flow>;
	readonly internet: Pipe<Flow>;
	readonly site: readonly Pipe<Flow>[];
}

export function linesOf<Flow>(
	scenario: Scenario,
	onCarried: (from: number, to: number, megabytes: number) => void
): Lines<Flow> {
	const { method, gups, gupMbps, linkMbps, internetMbps, sharePercent, window } = scenario;
	const caches = method === 'gup' ? Math.max(1, gups) : 1;
	const atOnce = method === 'gup' ? scenario.gupAtOnce : Infinity;
	return {
		link: new Pipe(perHour(linkMbps, sharePercent), window, onCarried),
		internet: new Pipe(perHour(internetMbps, sharePercent)),
		site: Array.from(
			{ length: caches },
			() => new Pipe<Flow>(perHour(gupMbps, 100), ALWAYS, undefined, atOnce)
		)
	};
}

function perHour(mbps: number, sharePercent: number): number {
	return (kilobytesPerSecond(mbps, sharePercent) * 3600) / 1000;
}
