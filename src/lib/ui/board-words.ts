import type { BoardOrder } from '$lib/domain/board-list';
import type { PlanState } from '$lib/domain/board';
import type { Sign } from './plan-words';
import { REVIEWS, type ReviewState } from './review-words';

export const PLANS: { readonly [State in PlanState]: Sign } = {
	blocked: { symbol: '■', word: 'blocked', tone: 'bad' },
	open: { symbol: '?', word: 'open', tone: 'open' },
	empty: { symbol: '○', word: 'no client group yet', tone: 'plain' },
	ready: { symbol: '✓', word: 'ready', tone: 'good' }
};

export const ORDERS: { readonly [Order in BoardOrder]: string } = {
	change: 'Last change',
	title: 'Title',
	project: 'Project',
	plan: 'Plan, worst first',
	progress: 'Progress, least first',
	conflicts: 'Conflicts, most first',
	review: 'Review',
	assignee: 'Assigned to'
};

/** `undefined` while nobody has said anything. */
export function reviewSign(review: string): Sign | undefined {
	return Object.hasOwn(REVIEWS, review) ? REVIEWS[review as ReviewState] : undefined;
}
