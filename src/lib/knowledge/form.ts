/** Names the questionnaire without loading it: every event says which one its author was looking at. */
export const FORM = { id: 'sep-site-survey', version: 1 } as const;
