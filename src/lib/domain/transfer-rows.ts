import { valueOf } from './answer.ts';
import { METHOD_IDS, type MethodId } from './method.ts';
import type { Verdict } from './recommend.ts';
import type { Instance, Survey } from './survey.ts';
import { transferOf, type SizeId, type Sizes, type Transfer } from './transfer.ts';

export interface TransferRow extends Transfer {
	readonly method: MethodId;
	/** Clients reckoned with: those of the groups for which the method is not ruled out. */
	readonly clients: number;
	readonly assumptions: readonly string[];
}

interface JudgedGroup {
	readonly group: Instance;
	readonly verdicts: readonly Verdict[];
}

/** One row per method that at least one group could use: what it would cost the network. */
export function transferRows(
	survey: Survey,
	judged: readonly JudgedGroup[],
	sizes: Sizes
): readonly TransferRow[] {
	return METHOD_IDS.flatMap((method) => {
		const could = judged.filter(({ verdicts }) =>
			verdicts.some((verdict) => verdict.method === method && verdict.fit !== 'ruled-out')
		);
		return could.length === 0 ? [] : [rowFor(method, survey, could, sizes)];
	});
}

function rowFor(
	method: MethodId,
	survey: Survey,
	groups: readonly JudgedGroup[],
	sizes: Sizes
): TransferRow {
	const assumptions: string[] = [];
	const size = (question: string, assumed: SizeId) => {
		const measured = numberOf(survey, question);
		if (measured !== undefined) return measured;
		assumptions.push(sizes[assumed].assumption);
		return sizes[assumed].value;
	};
	const counts = groups.map(({ group }) => valueOf(group.answers.clients));
	const known = counts.filter((count) => typeof count === 'number');
	if (known.length < counts.length) {
		assumptions.push('Groups whose number of clients is not known count as nothing.');
	}
	const clients = known.reduce((sum, count) => sum + count, 0);
	const gups = method === 'gup' ? Math.min(clients, plannedGups(survey, assumptions)) : 0;
	if (method === 'lua')
		assumptions.push('The internal LiveUpdate server stands on the far side of the link.');
	const localPoint = valueOf(survey.answers.distributionToolLocal);
	if (method === 'third-party' && localPoint === undefined) {
		assumptions.push(
			'The tool has a distribution point at the site, which fetches each package once.'
		);
	}
	assumptions.push(sizes.releasesPerDay.assumption);
	const fullOnly = fullOnlyClients(
		method,
		groups.map(({ group }) => group)
	);
	if (fullOnly > 0) assumptions.push(FULL_ONLY);

	return {
		method,
		clients,
		...transferOf({
			method,
			clients,
			fullOnly,
			packages: 1,
			gups,
			hasNoLocalPoint: localPoint === 'no',
			linkMbps: numberOf(survey, 'linkDownMbps'),
			internetMbps: numberOf(survey, 'internetMbps'),
			sharePercent: size('linkSharePercent', 'linkSharePercent'),
			fullMegabytes: size('fullContentMegabytes', 'fullContentMegabytes'),
			deltaMegabytes: size('deltaMegabytes', 'deltaMegabytes'),
			releasesPerDay: sizes.releasesPerDay.value
		}),
		assumptions
	};
}

/** Stands beside every number in which a client without deltas counts. */
export const FULL_ONLY =
	'The SEPM makes no deltas for Mac and Linux (KB227924): each release is reckoned as a full set to them, as large as for Windows. That is the worst case; no figure is published.';

/** Mac and Linux clients that take content by way of the SEPM, where it is only cached (numbers.md P1). */
export function fullOnlyClients(method: MethodId, groups: readonly Instance[]): number {
	if (method !== 'sepm') return 0;
	return groups.reduce((sum, { answers }) => {
		const [platform, clients] = [valueOf(answers.platform), valueOf(answers.clients)];
		const isFullOnly = platform === 'mac' || platform === 'linux';
		return sum + (isFullOnly && typeof clients === 'number' ? clients : 0);
	}, 0);
}

/** One GUP per subnet with clients, since a GUP serves its own subnet (numbers.md G19). */
export function plannedGups(survey: Survey, assumptions: string[] = []): number {
	const subnets = numberOf(survey, 'subnets');
	if (subnets === undefined)
		assumptions.push('One Group Update Provider; the number of subnets is not known.');
	return Math.max(1, subnets ?? 1);
}

function numberOf(survey: Survey, question: string): number | undefined {
	const value = valueOf(survey.answers[question]);
	return typeof value === 'number' ? value : undefined;
}
