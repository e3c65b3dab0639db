import type { Sign } from './plan-words';

/** Where a survey stands between the one who walks and the one who looks at it. */
export type ReviewState = 'in-progress' | 'finished' | 'issues' | 'approved';

export const REVIEW_STATES: readonly ReviewState[] = [
	'in-progress',
	'finished',
	'issues',
	'approved'
];

export const REVIEWS: { readonly [State in ReviewState]: Sign } = {
	'in-progress': { symbol: '◐', word: 'in progress', tone: 'plain' },
	finished: { symbol: '○', word: 'finished', tone: 'open' },
	issues: { symbol: '!', word: 'has issues', tone: 'bad' },
	approved: { symbol: '✓', word: 'approved', tone: 'good' }
};
