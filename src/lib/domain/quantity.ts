import type { Unit } from './question.ts';

export type Reading = { readonly value: number } | { readonly problem: string };

/** How many of the question's unit one of the typed unit is. Decimal throughout: 1 GB = 1000 MB. */
const SCALES: { readonly [unit in Unit]: Readonly<Record<string, number>> } = {
	'Mbit/s': {
		'': 1,
		k: 0.001,
		'kbit/s': 0.001,
		kbps: 0.001,
		kbit: 0.001,
		m: 1,
		'mbit/s': 1,
		mbps: 1,
		mbit: 1,
		mb: 1,
		g: 1000,
		'gbit/s': 1000,
		gbps: 1000,
		gbit: 1000
	},
	MB: { '': 1, kb: 0.001, k: 0.001, m: 1, mb: 1, g: 1000, gb: 1000 },
	GB: { '': 1, m: 0.001, mb: 0.001, g: 1, gb: 1, t: 1000, tb: 1000 },
	'%': { '': 1, '%': 1, percent: 1 },
	ms: { '': 1, ms: 1, s: 1000 },
	minutes: {
		'': 1,
		s: 1 / 60,
		sec: 1 / 60,
		seconds: 1 / 60,
		m: 1,
		min: 1,
		minute: 1,
		minutes: 1,
		h: 60,
		hour: 60,
		hours: 60
	},
	hours: {
		'': 1,
		min: 1 / 60,
		minutes: 1 / 60,
		h: 1,
		hour: 1,
		hours: 1,
		d: 24,
		day: 24,
		days: 24
	},
	days: { '': 1, d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7 },
	clients: { '': 1, k: 1000, client: 1, clients: 1, pc: 1, pcs: 1, computers: 1 },
	revisions: { '': 1, revision: 1, revisions: 1 },
	count: { '': 1 }
};

const EXAMPLES: { readonly [unit in Unit]: string } = {
	'Mbit/s': '2M, 512 kbit/s or 1,5',
	MB: '120 or 1.2 GB',
	GB: '40 or 500 MB',
	'%': '25',
	ms: '80',
	minutes: '30 or 1 h',
	hours: '8 or 30 min',
	days: '7 or 2 weeks',
	clients: '40 or 12k',
	revisions: '30',
	count: '3'
};

/**
 * Reads a number as a person types it, in the unit of the question: "2M", "10 Mbit/s", "1,5", "12 000".
 * One comma or point is the decimal sign, unless exactly three digits follow it in a whole-number unit ("12,000 clients").
 * The answer is never rounded; a unit that is a different quantity (MB/s for Mbit/s) is a problem, not a guess.
 */
export function readQuantity(text: string, unit: Unit): Reading {
	const match = /^([+-]?[\d\s.,'’]*\d)\s*([^\d\s].*)?$/u.exec(text.trim());
	const problem = {
		problem: `Type a number${unit === 'count' ? '' : ` in ${unit}`}, such as ${EXAMPLES[unit]}.`
	};
	if (!match) return problem;

	const number = readNumber(match[1] ?? '', unit);
	if (number === undefined) return problem;

	const typed = (match[2] ?? '').trim();
	const scale = scaleOf(typed, unit);
	if (scale === undefined) {
		return {
			problem: `“${typed}” is not a unit for this answer; use ${unit}, such as ${EXAMPLES[unit]}.`
		};
	}
	return { value: Number((number * scale).toPrecision(12)) };
}

/** A capital B means bytes, eight bits each: the trap is refused by name, while "mb" is a common way to say megabit. */
function scaleOf(typed: string, unit: Unit): number | undefined {
	if (unit === 'Mbit/s' && /^[kKmMgG]?B(\/s|ps)?$/.test(typed)) return undefined;
	const scales = SCALES[unit];
	const key = typed.toLowerCase().replace(/\.$/, '');
	return Object.hasOwn(scales, key) ? scales[key] : undefined;
}

const WHOLE: readonly Unit[] = ['clients', 'revisions', 'count'];

function readNumber(text: string, unit: Unit): number | undefined {
	const plain = text.replaceAll(/[\s'’]/g, '');
	const signs = plain.match(/[.,]/g) ?? [];
	const groups = /^[+-]?\d{1,3}([.,]\d{3})+$/.test(plain);

	if (signs.length === 0) return Number(plain);
	if (groups && new Set(signs).size === 1 && (signs.length > 1 || WHOLE.includes(unit))) {
		return Number(plain.replaceAll(/[.,]/g, ''));
	}
	const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
	const whole = plain.slice(0, last);
	const isGrouped = /^[+-]?\d{1,3}([.,]\d{3})*$/.test(whole) && !whole.includes(plain.charAt(last));
	if (/[.,]/.test(whole) && !isGrouped) return undefined;
	const value = Number(`${whole.replaceAll(/[.,]/g, '')}.${plain.slice(last + 1)}`);
	return Number.isFinite(value) ? value : undefined;
}
