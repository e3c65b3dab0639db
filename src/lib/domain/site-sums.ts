import { isNotApplicable, valueOf } from './answer.ts';
import type { Instance } from './survey.ts';

/** The clients of a site that count together. What is not answered counts as the usual: managed, connected, at the site. */
export type Crowd = 'all' | 'windows' | 'unmanaged' | 'link' | 'networked' | 'full-only';

/** Somebody whose number of clients, or platform, is not known and would count. */
export interface Uncounted {
	readonly group: string;
	readonly name: string;
	readonly question: 'clients' | 'platform';
}

export interface Sum {
	readonly clients: number;
	readonly uncounted: readonly Uncounted[];
}

type Sums = { readonly [Id in Crowd]: Sum } & { readonly byId: ReadonlyMap<string, Instance> };

const EMPTY: Sum = { clients: 0, uncounted: [] };
const CACHE = new WeakMap<readonly Instance[], Sums>();

/**
 * Adds up a crowd over all groups, with `own` in the place of the group of the same id: asked thousands of times with
 * one answer changed, so that the sum over the others is made once.
 */
export function sumWith(groups: readonly Instance[], own: Instance, crowd: Crowd): Sum {
	const sums = CACHE.get(groups) ?? sumsOf(groups);
	CACHE.set(groups, sums);
	const before = sums.byId.get(own.id);
	const removed = before ? shareOf(before, crowd) : EMPTY;
	const added = shareOf(own, crowd);
	return {
		clients: sums[crowd].clients - removed.clients + added.clients,
		uncounted: sums[crowd].uncounted.filter(({ group }) => group !== own.id)
	};
}

function sumsOf(groups: readonly Instance[]): Sums {
	const inOrder = [...groups].sort((a, b) => (a.id < b.id ? -1 : 1));
	const sum = (crowd: Crowd): Sum => {
		const shares = inOrder.map((group) => shareOf(group, crowd));
		return {
			clients: shares.reduce((total, { clients }) => total + clients, 0),
			uncounted: shares.flatMap(({ uncounted }) => uncounted)
		};
	};
	return {
		byId: new Map(groups.map((group) => [group.id, group])),
		all: sum('all'),
		windows: sum('windows'),
		unmanaged: sum('unmanaged'),
		link: sum('link'),
		networked: sum('networked'),
		'full-only': sum('full-only')
	};
}

function shareOf({ id, answers }: Instance, crowd: Crowd): Sum {
	if (!belongs(answers, crowd)) return EMPTY;
	const clients = valueOf(answers.clients);
	const platform = valueOf(answers.platform);
	const given = valueOf(answers.groupName);
	const name = typeof given === 'string' ? given : `group ${id}`;
	if (crowd === 'windows' && platform === undefined) {
		return { clients: 0, uncounted: [{ group: id, name, question: 'platform' }] };
	}
	if (crowd === 'full-only') return fullOnly(id, name, clients, platform);
	if (typeof clients === 'number') return { clients, uncounted: [] };
	return { clients: 0, uncounted: [{ group: id, name, question: 'clients' }] };
}

/** Whose number is not known is told by the sum over the link; here only a platform can be missing. */
function fullOnly(group: string, name: string, clients: unknown, platform: unknown): Sum {
	if (typeof clients !== 'number') return EMPTY;
	if (platform !== undefined) return { clients, uncounted: [] };
	return { clients: 0, uncounted: [{ group, name, question: 'platform' }] };
}

function belongs(answers: Instance['answers'], crowd: Crowd): boolean {
	const says = (question: string, value: string) => valueOf(answers[question]) === value;
	const isUnmanaged = says('managed', 'no') || isNotApplicable(answers.managed);
	const isOnLink = !isUnmanaged && !says('airGapped', 'yes');
	switch (crowd) {
		case 'all':
			return true;
		case 'unmanaged':
			return isUnmanaged;
		case 'link':
			return isOnLink;
		case 'full-only':
			return isOnLink && !says('platform', 'windows');
		case 'networked':
			return isOnLink && !says('roaming', 'yes');
		case 'windows':
			return isOnLink && !says('platform', 'mac') && !says('platform', 'linux');
	}
}
