import { byTime, type LogEvent } from '../log/event.ts';
import { EVENTS_QUERY } from './bodies.ts';
import { queryOf } from './body.ts';
import { teamOf, type Handler } from './call.ts';
import { pageOf, surveysIn } from './export.ts';
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

	metrics: async ({ counts }) =>
		new Response(counts.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } })
} satisfies Readonly<Record<string, Handler>>;

function bySurvey(a: LogEvent, b: LogEvent): number {
	return a.survey < b.survey ? -1 : a.survey > b.survey ? 1 : byTime(a, b);
}
