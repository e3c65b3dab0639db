import { createHash } from 'node:crypto';
import type { Reviewed } from '../lib/domain/edition.ts';

/** A version of the knowledge, and a name for the content of each table as it was then. */
export interface Stamp {
	readonly version: string;
	readonly tables: Readonly<Record<string, string>>;
}

/** Conditions count with their text, so that they are stamped in plain Node only: a bundler rewrites them. */
export function stampOf(reviewed: Reviewed): Stamp {
	const { version, ...tables } = reviewed.knowledge;
	const sheets = reviewed.sheets.map(({ kind, rows }) => [kind, rows] as const);
	return {
		version,
		tables: Object.fromEntries(
			[...Object.entries(tables), ...sheets].map(([name, rows]) => [name, nameFor(rows)])
		)
	};
}

/** What to do about tables that are not what was stamped; nothing to say when all are. */
export function staleness(stored: Stamp, now: Stamp): string | undefined {
	const names = [...new Set([...Object.keys(stored.tables), ...Object.keys(now.tables)])];
	const changed = names.filter((name) => stored.tables[name] !== now.tables[name]);
	if (stored.version !== now.version) {
		return `The tables are stamped as knowledge ${stored.version}, and the knowledge is ${now.version}. Say in src/lib/knowledge/changes.ts what changed, then run: npm run knowledge -- --stamp`;
	}
	if (changed.length === 0) return undefined;
	return `The knowledge is still ${now.version}, but these tables changed: ${changed.join(', ')}. Raise the version in src/lib/knowledge/knowledge.ts, say in src/lib/knowledge/changes.ts what changed, then run: npm run knowledge -- --stamp. Before the first release stamping again is enough.`;
}

function nameFor(rows: unknown): string {
	const text = JSON.stringify(rows, (_, value: unknown) =>
		typeof value === 'function' ? String(value).replaceAll(/\s+/g, '') : value
	);
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
