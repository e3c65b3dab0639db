import type { FormHistory } from '../domain/form-history.ts';

/** Names the questionnaire without loading it: every event says which one its author was looking at. */
export const FORM = { id: 'sep-site-survey', version: 1 } as const;

/**
 * What each version after the first changed in the meaning of answers. Whoever gives a question another kind, unit, option or id
 * raises the version above and says here what becomes of the answers there are.
 */
export const FORM_HISTORY: FormHistory = {};
