import { COLLECTIONS, type Collection } from '../domain/survey.ts';

/**
 * The register an event writes, as text. Parts are joined by "/"; ids hold only `[A-Za-z0-9_.:-]`.
 *
 * - `survey/title`, `survey/state` (`active`, `archived`, `deleted`)
 * - `answers/<question>`
 * - `<collection>/<instance>` (`present` or `removed`), `<collection>/<instance>/<question>`
 * - `steps/<step>`, `limits/<limit>`, `confirmations/<fact>`
 * - `extra/<key>`, `survey-extra/<key>`, `<collection>/<instance>/$<key>`: keys we do not know, kept
 */
export type Path = string;

export const PART = /^[A-Za-z0-9_.:-]{1,200}$/;

export const answerPath = (question: string): Path => `answers/${question}`;
export const instancePath = (collection: Collection, id: string): Path => `${collection}/${id}`;
export const instanceAnswerPath = (collection: Collection, id: string, question: string): Path =>
	`${collection}/${id}/${question}`;
export const stepPath = (step: string): Path => `steps/${step}`;

export function isCollection(text: string): text is Collection {
	return (COLLECTIONS as readonly string[]).includes(text);
}
