import { valueOf } from './answer.ts';
import type { Instance, Survey } from './survey.ts';
import { plannedGups } from './transfer-rows.ts';
import { copyHours, type Sizes } from './transfer.ts';
import { number } from './value-kinds.ts';

/** The bypass times that the vendor names: a quarter of an hour as an example, three days for offices (numbers.md G14, G15). */
export const BYPASS_MINUTES = { short: 15, long: 3 * 24 * 60 } as const;

/** The worst case of one content type: a full set and one delta for every revision kept (numbers.md 12.2, inferred). */
export function cacheMegabytes(survey: Survey, served: readonly Instance[], sizes: Sizes): number {
	const full = fullMegabytes(survey, sizes);
	const delta = number(valueOf(survey.answers.deltaMegabytes)) ?? sizes.deltaMegabytes.value;
	const revisions = number(valueOf(survey.answers.sepmRevisions)) ?? 30;
	const kinds = served.some(isMixed) ? 2 : 1;
	return Math.ceil((2 * kinds * (full + revisions * delta)) / 100) * 100;
}

/** 32-bit and 64-bit clients, or clients of several versions, take content of their own. */
function isMixed({ answers }: Instance): boolean {
	const rows = valueOf(answers.sepVersions);
	return valueOf(answers.bitnessMix) === 'both' || (Array.isArray(rows) && rows.length > 1);
}

/** Hours of link time: when the SEPM stands in for the GUP, and for the copies that the GUPs take, one each. */
export function standInHours(
	survey: Survey,
	served: readonly Instance[],
	sizes: Sizes
): { readonly all: number; readonly copies: number } | undefined {
	const mbps = number(valueOf(survey.answers.linkDownMbps));
	const clients = served.reduce(
		(sum, { answers }) => sum + (number(valueOf(answers.clients)) ?? 0),
		0
	);
	const share = number(valueOf(survey.answers.linkSharePercent)) ?? sizes.linkSharePercent.value;
	const full = fullMegabytes(survey, sizes);
	const one = mbps === undefined ? undefined : copyHours(full, mbps, share);
	return one === undefined ? undefined : { all: clients * one, copies: plannedGups(survey) * one };
}

/** When clients that stay at the site pass their GUP by, as we propose; `undefined` where the link is not known. */
export function bypassMinutes(
	survey: Survey,
	served: readonly Instance[],
	sizes: Sizes
): number | undefined {
	const hours = standInHours(survey, served, sizes);
	if (!hours) return undefined;
	const window = number(valueOf(survey.answers.windowHours)) ?? sizes.windowHours.value;
	const isPatient = hours.all > window || hours.copies * 60 > BYPASS_MINUTES.short;
	return isPatient ? BYPASS_MINUTES.long : BYPASS_MINUTES.short;
}

function fullMegabytes({ answers }: Survey, sizes: Sizes): number {
	return number(valueOf(answers.fullContentMegabytes)) ?? sizes.fullContentMegabytes.value;
}
