import { byTime, type LogEvent } from '../log/event.ts';
import { EVENTS_QUERY } from './bodies.ts';
import { queryOf } from './body.ts';
import { teamOf, type Handler } from './call.ts';
import { pageOf, surveysIn } from './export.ts';
import type { Lines } from './line.ts';
import { projectsOf } from './project-names.ts';

/** What is read from outside the app: by a script with a key, or by a lead. */
export const SCRIPT_HANDLERS = {
	async projects({ who, db }) {
		const limit = who.kind === 'device' ? who.caller.projects : null;
		const projects = await projectsOf(db, teamOf(who));
		return { body: { projects: projects.filter(({ id }) => limit?.includes(id) ?? true) } };
	},

	surveys: async ({ who, store }) => ({
		body: { surveys: surveysIn(await store.heads(teamOf(who))) }
	}),

	async heads({ who, store }) {
		const heads = await store.heads(teamOf(who));
		return { body: { events: heads.map(({ event }) => event).sort(bySurvey) } };
	},

	events: async ({ request, who, db }) => ({
		body: await pageOf(db, teamOf(who), queryOf(request, EVENTS_QUERY))
	}),

	history: async ({ who, store, part }) => ({
		body: { events: await store.history(teamOf(who), part) }
	}),

	metrics: async ({ counts, lines }) =>
		new Response(counts.text() + longestOf(lines), {
			headers: { 'content-type': 'text/plain; version=0.0.4' }
		})
} satisfies Readonly<Record<string, Handler>>;

function longestOf(lines: Lines): string {
	return Object.entries(lines)
		.map(([kind, { longest }]) => `sitewalk_line_longest{kind="${kind}"} ${longest}\n`)
		.join('');
}

function bySurvey(a: LogEvent, b: LogEvent): number {
	return a.survey < b.survey ? -1 : a.survey > b.survey ? 1 : byTime(a, b);
}
