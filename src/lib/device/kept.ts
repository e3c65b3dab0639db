import type { SurveyId } from '../domain/survey.ts';
import { tick } from '../log/clock.ts';
import type { LogEvent } from '../log/event.ts';
import { stateOf, type SurveyState } from '../log/state.ts';
import type { Draft } from './db.ts';
import type { Device } from './device.ts';
import type { KeptCommit } from './journal.ts';
import { isoWithOffset } from './moment.ts';

/** Answers of a survey that the database could not take: shown as they will stand once it does. */
export class Kept {
	readonly #commits: readonly KeptCommit[];
	readonly #events: readonly LogEvent[];
	#last: { readonly stored: SurveyState; readonly state: SurveyState } | undefined;

	constructor(commits: readonly KeptCommit[], events: readonly LogEvent[]) {
		this.#commits = commits;
		this.#events = events;
	}

	/** What is stored, with what is kept beside it. */
	over(stored: SurveyState): SurveyState {
		if (this.#last?.stored !== stored) this.#last = { stored, state: this.#over(stored) };
		return this.#last.state;
	}

	/** Whether a text that is still in the database has become one of these answers. */
	ends({ path, at, tab }: Draft): boolean {
		return this.#commits.some(
			(begun) =>
				begun.tab === tab &&
				Date.parse(at) <= begun.now &&
				begun.wishes.some((wish) => wish.path === path)
		);
	}

	#over(stored: SurveyState): SurveyState {
		const known = Array.from(stored.registers.values(), ({ history }) => history).flat();
		const ids = new Set(known.map(({ id }) => id));
		const news = this.#events.filter(({ id }) => !ids.has(id));
		return news.length === 0 ? stored : stateOf(stored.survey.id, [...known, ...news], stored.view);
	}
}

/** `undefined` when nothing is kept. */
export async function keptIn(device: Device, survey: SurveyId): Promise<Kept | undefined> {
	const { db, form, journal, steady } = device;
	const commits = journal.kept(survey);
	if (commits.length === 0) return undefined;
	const [id, last] = await steady(() => db.meta.bulkGet(['device', 'hlc']));
	const own = typeof id?.value === 'string' ? id.value : '';
	let hlc = last?.value as string | undefined;
	const events = commits.flatMap(({ wishes, now, author = { id: '', name: '' } }) =>
		wishes.map((wish): LogEvent => {
			hlc = tick(hlc, now, own);
			const at = isoWithOffset(new Date(now));
			return { ...wish, survey, form, author, device: own, hlc, at };
		})
	);
	return new Kept(commits, events);
}
