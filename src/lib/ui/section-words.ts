import { valueOf } from '$lib/domain/answer';
import type { Progress } from '$lib/domain/progress';
import type { Section } from '$lib/domain/question';
import type { Instance } from '$lib/domain/survey';
import { COLLECTION_WORDS } from './answer-words';
import type { Sign } from './plan-words';

/** A section as a list shows it. */
export interface SectionRow {
	readonly section: Section;
	readonly href: string;
	readonly progress: Progress;
	/** Unanswered questions that can still change something in the plan. */
	readonly missing: number;
	/** Unanswered questions that can change nothing in the plan any more. */
	readonly idle: number;
	/** Answers of which two versions stand side by side. */
	readonly conflicts: number;
	/** Of a repeated section: how many there are. */
	readonly instances: number | undefined;
}

/** How far a section is: a symbol and a word. */
export function sectionSign({
	progress,
	conflicts,
	instances
}: Omit<SectionRow, 'href' | 'missing' | 'idle'>): Sign {
	const { asked, settled, problems } = progress;
	if (problems + conflicts > 0) return { symbol: '!', word: 'problems', tone: 'bad' };
	if (instances === 0) return { symbol: '○', word: 'empty', tone: 'plain' };
	if (asked === 0) return { symbol: '–', word: 'does not apply', tone: 'plain' };
	if (settled === asked) return { symbol: '✓', word: 'complete', tone: 'good' };
	return settled === 0
		? { symbol: '○', word: 'empty', tone: 'plain' }
		: { symbol: '◐', word: 'begun', tone: 'open' };
}

export function countsText({ progress, instances, section, missing, idle }: SectionRow): string {
	const { asked, settled, unknown } = progress;
	const counts = [
		instances === undefined || !section.collection
			? ''
			: countedText(section.collection, instances),
		instances === 0 ? '' : `${settled} of ${asked}`,
		unknown > 0 ? `${unknown} unknown` : '',
		missing > 0 ? `${missing} still ${missing === 1 ? 'matters' : 'matter'} to the plan` : '',
		idle > 0 ? `${idle} cannot change the plan` : ''
	];
	return counts.filter(Boolean).join(' · ');
}

/** What an instance is called: its first text, or its kind and place in the list. */
export function instanceName(section: Section, { answers }: Instance, index: number): string {
	const naming = section.questions.find(({ kind }) => kind === 'text');
	const name = naming && valueOf(answers[naming.id]);
	if (typeof name === 'string' && name.trim() !== '') return name;
	const { one } = COLLECTION_WORDS[section.collection ?? 'groups'];
	return `${one.charAt(0).toUpperCase()}${one.slice(1)} ${index + 1}`;
}

function countedText(collection: keyof typeof COLLECTION_WORDS, count: number): string {
	const { one, many } = COLLECTION_WORDS[collection];
	return count === 0 ? `no ${one} yet` : `${count} ${count === 1 ? one : many}`;
}
