import { SvelteMap } from 'svelte/reactivity';
import type { Site } from '$lib/domain/board';
import type { BoardRow } from '$lib/domain/board-list';
import type { Survey } from '$lib/domain/survey';
import type { SurveyRow } from '$lib/device/db';
import { getSurvey } from '$lib/device/surveys';
import { sentenceOf } from '$lib/device/trouble';
import { teamNotes } from '$lib/log/team';
import { device } from '../device';

type Found = Pick<
	BoardRow,
	'project' | 'assignee' | 'review' | 'reviewNote' | 'comments' | 'site'
> & {
	/** How many the survey had: one that comes late is not the last change. */
	readonly events: number;
};

const NOTHING = { project: '', assignee: '', review: '', reviewNote: '', comments: 0 };

/**
 * Works out the plan of every survey, one at a time with room for the page in between: a plan takes some milliseconds,
 * and a worker would bring a second copy of all knowledge. What is known is kept until its survey changes.
 */
export class Assembly {
	/** A sentence when it had to stop. */
	problem = $state<string>();
	/** How many of how many, while it is at work. */
	progress = $state.raw<{ readonly done: number; readonly of: number }>();
	/** Stopped by hand, until it is started again by hand. */
	isStopped = $state(false);
	readonly #found = new SvelteMap<string, Found>();
	#rows: readonly SurveyRow[] = [];
	#run = 0;

	/** The board as far as it is known. */
	rows(rows: readonly SurveyRow[]): readonly BoardRow[] {
		return rows.map(({ id, title, siteName, siteCode, state, conflicts, updatedAt }) => ({
			...{ id, title, siteName, siteCode, updatedAt },
			isArchived: state === 'archived',
			conflicts: conflicts.length,
			...{ ...NOTHING, site: undefined, ...this.#found.get(id) }
		}));
	}

	/** To be called whenever the list changes. */
	follow(rows: readonly SurveyRow[]) {
		this.#rows = rows;
		if (this.progress === undefined && !this.isStopped) void this.#work();
	}

	start() {
		this.isStopped = false;
		this.problem = undefined;
		void this.#work();
	}

	stop() {
		this.isStopped = true;
		this.end();
	}

	/** Leaves nothing running; to be called when the page goes. */
	end() {
		this.#run += 1;
		this.progress = undefined;
	}

	async #work() {
		const run = (this.#run += 1);
		const isOver = () => run !== this.#run;
		try {
			for (let row = this.#next(); row; row = this.#next()) {
				const of = this.#rows.length;
				this.progress = { done: of - this.#rows.filter((each) => !this.#isKnown(each)).length, of };
				const found = await this.#look(row);
				if (isOver()) return;
				this.#found.set(row.id, { ...found, events: row.events });
				if (!found.site) this.problem = `The plan of “${row.title}” could not be worked out.`;
			}
		} catch (error) {
			if (isOver()) return;
			this.problem = sentenceOf(error);
			this.isStopped = true;
		}
		this.end();
	}

	async #look({ id }: SurveyRow): Promise<Omit<Found, 'events'>> {
		const state = await getSurvey(device, id);
		if (!state) return { ...NOTHING, site: undefined };
		const { project = '', assignee, review } = teamNotes(state);
		return {
			project,
			assignee: assignee?.name ?? '',
			review: review?.state ?? '',
			reviewNote: review?.note ?? '',
			comments: Object.keys(state.survey.comments).length,
			site: await plannedSite(state.survey)
		};
	}

	#next(): SurveyRow | undefined {
		return this.#rows.find((row) => !this.#isKnown(row));
	}

	#isKnown({ id, events }: SurveyRow): boolean {
		return this.#found.get(id)?.events === events;
	}
}

/** `undefined` where the plan could not be made: one survey that nobody foresaw must not hide all others. */
async function plannedSite(survey: Survey): Promise<Site | undefined> {
	const [{ KNOWLEDGE }, { siteOf }] = await Promise.all([
		import('$lib/knowledge/knowledge'),
		import('$lib/domain/board')
	]);
	await new Promise((resolve) => setTimeout(resolve));
	try {
		return siteOf(survey, KNOWLEDGE);
	} catch {
		return undefined;
	}
}
