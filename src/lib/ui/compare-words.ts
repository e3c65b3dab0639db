import type { MethodColumn, Said, SurveyColumn } from '$lib/domain/compare';
import type { Method, MethodId } from '$lib/domain/method';
import type { FigureInput } from './network-figures';
import { peakMbps } from './load-figures';
import { duration, filledText, megabytes, saidOf } from './network-words';
import { counted, FITS, readableNumber, transferHours } from './plan-words';

/** One line of a comparison: what is compared, and what stands on each side, as one or more sentences. */
export interface CompareRow {
	readonly label: string;
	readonly cells: readonly [readonly string[], readonly string[]];
	readonly differs: boolean;
}

const NONE = ['–'];

export function methodRows(
	columns: readonly [MethodColumn, MethodColumn],
	input: FigureInput
): readonly CompareRow[] {
	const isOne = columns[0].fits.length === 1;
	const said = (list: readonly Said[]) =>
		list.length === 0
			? NONE
			: list.map(({ reason, groups }) => (isOne ? reason : `${reason} (${groups.join(', ')})`));
	const play = ({ method }: MethodColumn) => input.plays.find((each) => each.method === method);
	return [
		row('Verdict', columns, ({ fits }) =>
			fits.map(({ group, fit }) => {
				const { symbol, word } = FITS[fit];
				return isOne ? `${symbol} ${word}` : `${group}: ${symbol} ${word}`;
			})
		),
		row('For', columns, ({ reasonsFor }) => said(reasonsFor)),
		row('Against', columns, ({ reasonsAgainst }) => said(reasonsAgainst)),
		row('Open', columns, ({ open }) => said(open)),
		row('First fill, link time', columns, ({ method, transfer }) => [
			saidOf(input, method, 'firstFillHours', duration) ??
				(transfer ? transferHours(null, transfer) : 'ruled out')
		]),
		row('All filled after', columns, (column) => {
			const own = play(column);
			return [own ? filledText(own) : '–'];
		}),
		row('Each day, through the link', columns, ({ method }) => [
			saidOf(input, method, 'wanMegabytesPerDay', megabytes) ?? '–'
		]),
		row('Busiest quarter hour', columns, (column) => {
			const own = play(column);
			return [own?.isPoint ? `${readableNumber(peakMbps(own.result))} Mbit/s` : '–'];
		}),
		row('Steps of the checklist', columns, ({ steps, holds }) => [
			`${counted(steps, 'step')}, ${readableNumber(holds)} of them to be signed`
		]),
		row('By hand, from machine to machine', columns, ({ personHours }) => [
			personHours === 0 ? 'nobody walks' : `${duration(personHours)} at 6 minutes a machine (ours)`
		])
	];
}

export function surveyRows(
	columns: readonly [SurveyColumn, SurveyColumn],
	methods: readonly Method[]
): readonly CompareRow[] {
	const nameOf = (method: MethodId | null) =>
		methods.find(({ id }) => id === method)?.short ?? 'nothing yet';
	const known = (value: number | null, unit: string) => [
		value === null ? 'not known' : `${readableNumber(value)} ${unit}`
	];
	return [
		row('Clients', columns, ({ clients }) => [readableNumber(clients)]),
		row('Recommended', columns, ({ groups }) =>
			groups.length === 0
				? NONE
				: groups.map(({ name, clients, recommended, leading }) => {
						const size = clients === null ? 'clients not counted' : counted(clients, 'client');
						const answer = recommended
							? `★ ${nameOf(recommended)}`
							: `? leans to ${nameOf(leading)}`;
						return `${name}, ${size}: ${answer}`;
					})
		),
		row('Link', columns, ({ linkMbps }) => known(linkMbps, 'Mbit/s')),
		row('Share for updates', columns, ({ sharePercent }) => known(sharePercent, '%')),
		row('Hours for updates', columns, ({ windowHours }) => known(windowHours, 'h a day')),
		row('First fill directly', columns, ({ direct }) => [
			direct ? transferHours(direct.firstFillHours, direct) : 'ruled out'
		]),
		row('First fill as recommended', columns, ({ chosen }) =>
			chosen.length === 0
				? NONE
				: chosen.map(
						(each) => `${nameOf(each.method)}: ${transferHours(each.firstFillHours, each)}`
					)
		),
		row('Each day, through the link', columns, ({ chosen }) =>
			chosen.length === 0
				? NONE
				: chosen.map(({ method, wanMegabytesPerDay }) => {
						return `${nameOf(method)}: ${megabytes(wanMegabytesPerDay)}`;
					})
		),
		row('Steps of the checklists', columns, ({ steps }) => [readableNumber(steps)]),
		row('To mend first', columns, ({ toMend }) => [readableNumber(toMend)]),
		row('Answers that could change it', columns, ({ open }) => [readableNumber(open)])
	];
}

function row<Column>(
	label: string,
	[left, right]: readonly [Column, Column],
	write: (column: Column) => readonly string[]
): CompareRow {
	const cells = [write(left), write(right)] as const;
	return { label, cells, differs: cells[0].join('\n') !== cells[1].join('\n') };
}
