import type { Json } from '$lib/domain/answer';
import type { Register } from '$lib/log/fold';
import { targetOf } from '$lib/log/path';
import { carriesValue } from '$lib/log/value';

/** A register other than an answer of which two versions stand: what it is called, and what they say. */
export interface Dispute {
	readonly path: string;
	readonly what: string;
	readonly rivals: readonly {
		readonly id: string;
		readonly text: string;
		readonly value: Json;
		readonly who: string;
		readonly at: string;
	}[];
}

export function disputeOf({ path, heads }: Register): Dispute {
	return {
		path,
		what: whatIs(path),
		rivals: heads.map((head) => {
			const value = carriesValue(head) ? head.value : null;
			return { id: head.id, value, text: textOf(value), who: head.author.name, at: head.at };
		})
	};
}

function whatIs(path: string): string {
	const target = targetOf(path);
	switch (target?.of) {
		case 'title':
			return 'The title of the survey';
		case 'state':
			return 'Whether the survey is active';
		case 'instance':
			return 'Whether an entry was removed';
		case 'steps':
			return `Checklist step ${target.key}`;
		case 'limits':
			return `The threshold ${target.key}`;
		case 'confirmations':
			return `The confirmation ${target.key}`;
		default:
			return `“${path}”`;
	}
}

function textOf(value: Json): string {
	if (value === null) return 'taken back';
	if (typeof value !== 'object') return String(value);
	const { state, text, reason } = value as Readonly<Record<string, Json | undefined>>;
	const words = [state, text, reason].filter((each) => typeof each === 'string');
	return words.length > 0 ? words.join(': ') : JSON.stringify(value);
}
