import { sourceUses, type CitingTables } from './citing.ts';
import type { Block } from './document.ts';
import type { Conflict, Traced } from './edition.ts';
import type { Knowledge } from './plan.ts';

export function conflictBlocks(conflicts: readonly Conflict[]): readonly Block[] {
	return [
		{ heading: 'Where sources contradict each other', level: 2, id: 'conflicts' },
		{
			columns: ['Conflict', 'Topic', 'What they say', 'What we do', 'Why', 'Where'],
			rows: conflicts.map(({ id, topic, statements, we, why, by }) => [
				id,
				topic,
				statements.map(({ says, sources }) => `${says} (${sources.join(', ')})`).join(' Against: '),
				we,
				why,
				by.join(', ')
			])
		}
	];
}

export function sourceBlocks({ sources }: Knowledge, tables: CitingTables): readonly Block[] {
	const relying = sourceUses(Object.keys(sources), tables);
	return [
		{ heading: 'Sources', level: 2, id: 'sources' },
		{
			columns: ['Source', 'Title', 'Where', 'Speaks of', 'Relied on by'],
			rows: Object.entries(sources).map(([id, { title, where, version, background }]) => [
				id,
				title,
				where,
				version,
				Object.entries(relying[id] ?? {})
					.map(([kind, ids]) => `${kind}: ${ids.join(', ')}`)
					.join('; ') || `nothing: ${background ?? '?'}`
			])
		}
	];
}

export function traceBlocks(
	trace: readonly Traced[],
	kinds: ReadonlyMap<string, string>
): readonly Block[] {
	return [
		{ heading: 'Trace table', level: 2, id: 'trace' },
		{ text: 'Every statement that was collected, in our words, and what carries it here.' },
		{
			columns: ['Statement', 'About', 'Carried by'],
			rows: trace.map(({ id, from, about, by, why }) => [
				id === from ? id : `${id} (${from})`,
				about,
				by.length === 0
					? `nothing: ${why ?? ''}`
					: by
							.map((each) => `${each.includes(':') ? '' : `${kinds.get(each) ?? '?'} `}${each}`)
							.join(', ')
			])
		}
	];
}
