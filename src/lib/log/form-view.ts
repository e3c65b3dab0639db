import type { Answer, Json } from '../domain/answer.ts';
import { viewed, type FormHistory } from '../domain/form-history.ts';
import type { LogEvent } from './event.ts';
import { answerPath, targetOf, type Path } from './path.ts';

/** An event as the questionnaire of this app has it; the event itself stays as its author's device wrote it. */
export interface Seen {
	readonly path: Path;
	readonly value: Json;
	/** Why it must be answered anew. */
	readonly anew?: string;
	/** Written under a questionnaire that this app does not know yet. */
	readonly isNewer?: boolean;
}

/** More than one where a question was split. */
export type View = (event: LogEvent) => readonly Seen[];

export const AS_WRITTEN: View = ({ path, value }) => [{ path, value }];

export function viewUnder(form: LogEvent['form'], history: FormHistory): View {
	return (event) => {
		const { path, value, form: written } = event;
		const target = targetOf(path);
		const isAnswer = target?.of === 'answers' || target?.of === 'instance-answer';
		if (!isAnswer || written.id !== form.id || written.version === form.version)
			return AS_WRITTEN(event);
		if (written.version > form.version) return [{ path, value, isNewer: true }];
		const place = 'place' in target ? target.place : undefined;
		return viewed(
			history,
			[written.version, form.version],
			target.key,
			value as unknown as Answer | null
		).map(({ question, answer, anew }) => ({
			path: question === target.key ? path : answerPath(question, place),
			value: answer as unknown as Json,
			...(anew === undefined ? {} : { anew })
		}));
	};
}

/** The event as it stands in this register. */
export function seenIn(view: View, path: Path, event: LogEvent): Seen {
	return view(event).find((seen) => seen.path === path) ?? { path, value: event.value };
}
