import type { Command, Phase, Who } from '$lib/domain/checklist';
import type { JudgedCandidate } from '$lib/domain/candidate';
import type { Confidence } from '$lib/domain/question';
import type { Effect } from '$lib/domain/rule';
import type { Plan } from '$lib/domain/plan';
import type { Fit, Threshold } from '$lib/domain/recommend';
import type { StepStateName } from '$lib/domain/survey';
import type { TransferRow } from '$lib/domain/transfer-rows';

export type Tone = 'good' | 'warn' | 'bad' | 'open' | 'plain';

/** A state as it is shown: a symbol and a word, never a colour alone. */
export interface Sign {
	readonly symbol: string;
	readonly word: string;
	readonly tone: Tone;
}

/** A question as a plan links to it. */
export interface QuestionLink {
	readonly prompt: string;
	readonly href: string;
}

/** What can go wrong at a step, as it is shown. */
export interface Failure {
	readonly id: string;
	readonly sign: string;
	readonly cause: string;
	readonly fix: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

/** A way to see whether content arrived, which steps name by its code. */
export interface Check {
	readonly code: string;
	readonly title: string;
	readonly how: string;
	readonly command?: Command;
	readonly expect: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
	readonly confirm?: string;
}

export const FITS: { readonly [Id in Fit]: Sign } = {
	recommended: { symbol: '★', word: 'recommended', tone: 'good' },
	possible: { symbol: '○', word: 'possible', tone: 'plain' },
	cautioned: { symbol: '△', word: 'cautioned', tone: 'warn' },
	open: { symbol: '?', word: 'open', tone: 'open' },
	'ruled-out': { symbol: '✕', word: 'ruled out', tone: 'bad' }
};

/** Of a computer that may become a Group Update Provider. */
export const CANDIDATE_FITS: { readonly [Id in JudgedCandidate['fit']]: Sign } = {
	suitable: { symbol: '✓', word: 'suitable', tone: 'good' },
	cautioned: FITS.cautioned,
	open: FITS.open,
	'ruled-out': FITS['ruled-out']
};

/** Best first; what is open comes before what is out. */
export const FIT_ORDER: readonly Fit[] = [
	'recommended',
	'possible',
	'cautioned',
	'open',
	'ruled-out'
];

export const STATES: { readonly [Id in StepStateName]: Sign } = {
	open: { symbol: '○', word: 'open', tone: 'plain' },
	done: { symbol: '✓', word: 'done', tone: 'good' },
	deviation: { symbol: '△', word: 'done with deviation', tone: 'warn' },
	'not-applicable': { symbol: '–', word: 'not applicable', tone: 'plain' },
	blocked: { symbol: '■', word: 'blocked', tone: 'bad' }
};

/** What a hold point is called in the states it can have. */
export const HOLD_STATES: { readonly [Id in StepStateName]: Sign } = {
	...STATES,
	done: { symbol: '✓', word: 'signed', tone: 'good' },
	deviation: { symbol: '△', word: 'passed with a reason', tone: 'warn' }
};

export const EFFECTS: { readonly [Id in Effect]: Sign } = {
	favours: { symbol: '+', word: 'for', tone: 'good' },
	cautions: { symbol: '−', word: 'against', tone: 'warn' },
	'rules-out': { symbol: '✕', word: 'rules it out', tone: 'bad' }
};

export const PHASE_NAMES: { readonly [Id in Phase]: string } = {
	prepare: 'Prepare',
	configure: 'Configure',
	pilot: 'Pilot',
	'roll-out': 'Roll out',
	verify: 'Verify',
	'roll-back': 'Roll back',
	'hand-over': 'Hand over'
};

export const WHO_NAMES: { readonly [Id in Who]: string } = {
	technician: 'Technician',
	'sepm-admin': 'SEPM admin',
	'network-admin': 'Network admin',
	'packaging-admin': 'Packaging admin',
	'site-owner': 'Site owner'
};

export const CONFIDENCES: { readonly [Id in Confidence]: string } = {
	vendor: 'vendor document',
	'field-practice': 'field practice',
	ours: 'our judgement',
	unconfirmed: 'unconfirmed'
};

export function thresholdText({ value, unit, from, changed }: Threshold): string {
	const number = `${readableNumber(value)}${unit === '' ? '' : ` ${unit}`}`;
	const whose = from === 'vendor' ? 'the vendor’s threshold' : 'our threshold';
	return `${number}: ${whose}${changed ? ', changed here' : ''}`;
}

export function readableNumber(value: number): string {
	const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1;
	return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** Hours as a person says them: minutes below one hour, days beside hours from three days on. */
export function readableHours(hours: number): string {
	if (hours > 0 && hours < 1 / 60) return 'under 1 min';
	if (hours < 1) return `${Math.round(hours * 60)} min`;
	const text = `${readableNumber(hours)} h`;
	return hours >= 72 ? `${text} (${readableNumber(hours / 24)} days)` : text;
}

/** Hours of a transfer in words, also where there are none to reckon with. */
export function transferHours(
	hours: number | null,
	{ method, wanMegabytesPerDay }: TransferRow
): string {
	if (hours !== null) return readableHours(hours);
	if (method === 'intelligent-updater') return 'carried by hand';
	return method === 'liveupdate' || wanMegabytesPerDay > 0 ? 'speed not known' : 'nothing';
}

export function counted(count: number, one: string, many = `${one}s`): string {
	return `${readableNumber(count)} ${count === 1 ? one : many}`;
}

/** "2026-11-20T09:12:33.1+01:00" as "2026-11-20 09:12 (UTC+01:00)". */
export function readableTime(iso: string): string {
	const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
		iso
	);
	if (!match) return iso;
	const [, date, time, offset] = match;
	if (offset === undefined) return `${date} ${time}`;
	return `${date} ${time} (UTC${offset === 'Z' ? '+00:00' : offset})`;
}

/** Revisions on the SEPM matter while a group may take content that comes by way of them. */
export function goesBySepm({ groups }: Pick<Plan, 'groups'>): boolean {
	return groups.some(({ verdicts }) =>
		verdicts.some(
			({ method, fit }) => fit !== 'ruled-out' && ['sepm', 'gup', 'third-party'].includes(method)
		)
	);
}
