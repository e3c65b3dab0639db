import { PHASES, type Phase } from '$lib/domain/checklist';
import type { Work } from '$lib/domain/work';

/** What is printed from a new page on, with a foot that names its steps. */
export interface PrintPart {
	/** Names the page for the style sheet. */
	readonly name: string;
	readonly steps: string;
	readonly phases: readonly { readonly phase: Phase; readonly works: readonly Work[] }[];
}

/** What the title block of a printed document says. */
export interface PrintTitle {
	readonly title: string;
	/** Site and code. */
	readonly site: string;
	readonly facts: readonly PrintFact[];
	/** Why it is still a draft; empty when it is final; `undefined` where it is neither. */
	readonly drafts: readonly string[] | undefined;
}

/** One line of the title block; without a value it prints a line to write on. */
export interface PrintFact {
	readonly label: string;
	readonly value: string | undefined;
}

/** So many steps of two phases still share a page. */
const FEW_STEPS = 6;

/** One page, or more, for each phase; short neighbours share one, unless a hold point or the way back parts them. */
export function partsOf(works: readonly Work[]): readonly PrintPart[] {
	const parts: PrintPart['phases'][] = [];
	for (const phase of PHASES) {
		const own = works.filter(({ step }) => step.phase === phase);
		if (own.length === 0) continue;
		const before = parts.at(-1);
		if (before && sharesPage(before, phase, own))
			parts[parts.length - 1] = [...before, { phase, works: own }];
		else parts.push([{ phase, works: own }]);
	}
	return parts.map((phases, index) => {
		const codes = phases.flatMap((each) => each.works.map(({ step }) => step.code));
		const [first, last] = [codes[0] ?? '', codes.at(-1) ?? ''];
		return {
			name: `part-${index}`,
			steps: codes.length === 1 ? `step ${first}` : `steps ${first} to ${last}`,
			phases
		};
	});
}

function sharesPage(before: PrintPart['phases'], phase: Phase, own: readonly Work[]): boolean {
	const earlier = before.flatMap(({ works }) => works);
	const parted =
		phase === 'roll-back' ||
		before.some((each) => each.phase === 'roll-back') ||
		earlier.some(({ step }) => step.hold);
	return !parted && earlier.length + own.length <= FEW_STEPS;
}

/** A text that counts "1. … 2. …" as its lead, its points, and what follows about signing. */
export function pointsOf(text: string): { lead: string; points: readonly string[]; rest: string } {
	const plain = text.replace(/^STOP[.:!]?\s*/, '');
	const [lead = '', ...points] = plain.split(/(?:^|\s)(?=\d{1,2}\. )/);
	const counts = points.every((point, index) => point.startsWith(`${index + 1}. `));
	if (points.length < 2 || !counts) return { lead: plain, points: [], rest: '' };
	const [, last = '', rest = ''] = /^(.*?)(\s+Signed by .*)?$/s.exec(points.at(-1) ?? '') ?? [];
	return {
		lead,
		points: [...points.slice(0, -1), last],
		rest: rest.trim()
	};
}
