import type { Matter } from '$lib/domain/matter';
import type { MethodId } from '$lib/domain/method';
import { whoText } from './answer-words';
import { momentText } from './moment-words';

/** One side of a conflict as it is shown: all that one person says of the answers that belong together. */
export interface Contender {
	/** Id of the event that stands. */
	readonly id: string;
	readonly who: string;
	readonly at: string;
	/** "this device", or what tells the device from others. */
	readonly device: string;
	/** The questionnaire its author was looking at. */
	readonly source: string;
	/** Who put it back after it had given way, and when. */
	readonly putBack: { readonly who: string; readonly at: string } | undefined;
	readonly lines: readonly ContenderLine[];
}

export interface ContenderLine {
	readonly path: string;
	readonly prompt: string;
	readonly text: string;
	/** `false` where he never said it himself: it is what stands there. */
	readonly isOwn: boolean;
	/** Where it is answered by itself. */
	readonly href: string | undefined;
}

export function sourceText({ who, at, device, source, putBack }: Contender): string {
	const words = [whoText(who), momentText(at), `on ${device}`, source];
	if (putBack) words.push(`put back by ${whoText(putBack.who)}, ${momentText(putBack.at)}`);
	return words.join(' · ');
}

/** "Use Ana’s three", "Use this". */
export function useText({ who, lines }: Contender): string {
	if (lines.length === 1) return 'Use this';
	const count = ['', 'one', 'two', 'three', 'four', 'five'][lines.length] ?? String(lines.length);
	return who.trim() === '' ? `Use these ${count}` : `Use ${who}’s ${count}`;
}

/** Whether it matters to the plan which side is used. */
export function matterText(
	matter: Matter,
	sides: readonly string[],
	nameOf: (method: MethodId) => string
): string {
	if (matter.kind === 'none')
		return `${sides.length === 2 ? 'Both' : 'All'} answers give the same plan.`;
	if (matter.kind === 'details')
		return 'The same methods are recommended either way; figures, warnings or steps of the plan differ.';
	const whose = (index: number) => {
		const name = sides[index] ?? '';
		const isPlain = name.trim() !== '' && sides.filter((each) => each === name).length === 1;
		return isPlain ? `${name}’s answer` : `answer ${index + 1}`;
	};
	const outcome = (method: MethodId | null | undefined) => {
		if (method === undefined) return 'the group is not there';
		return method === null ? 'nothing can be recommended yet' : `${nameOf(method)} is recommended`;
	};
	return matter.groups
		.map(({ name, recommended }) => {
			const parts = recommended.map((method, index) => `with ${whose(index)} ${outcome(method)}`);
			return `${name}: ${parts.join(', ')}.`;
		})
		.join(' ');
}
