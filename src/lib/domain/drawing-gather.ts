import { valueOf } from './answer.ts';
import type { DrawingEdge, DrawingNode, NodeKind } from './drawing-parts.ts';
import { platformOf } from './drawing-supply.ts';
import type { Survey } from './survey.ts';

/** More boxes of a kind than this are drawn as one box with a line for each. */
const MANY: Readonly<Partial<Record<NodeKind, number>>> = { group: 8, gup: 4 };

/** Puts groups that are served alike, and providers, into one box where there are many of them. */
export function gather(
	survey: Survey,
	nodes: Map<string, DrawingNode>,
	edges: DrawingEdge[]
): void {
	for (const kind of ['gup', 'group'] as const) {
		const own = [...nodes.values()].filter((node) => node.kind === kind);
		if (own.length <= (MANY[kind] ?? Infinity)) continue;
		const alike = new Map<string, DrawingNode[]>();
		for (const node of own) {
			const served = edges
				.filter(({ to }) => to === node.id)
				.map(({ from, isUndecided }) => `${from} ${String(isUndecided)}`)
				.sort()
				.join();
			alike.set(served, [...(alike.get(served) ?? []), node]);
		}
		for (const members of alike.values()) {
			const [first] = members;
			if (!first || members.length === 1) continue;
			const ids = new Set(members.map(({ id }) => id));
			for (const id of ids) nodes.delete(id);
			nodes.set(first.id, kind === 'gup' ? asOneGup(members) : asOneGroup(members, survey));
			for (const [index, edge] of edges.entries()) {
				const from = ids.has(edge.from) ? first.id : edge.from;
				edges[index] = { ...edge, from, to: ids.has(edge.to) ? first.id : edge.to };
			}
		}
	}
}

function asOneGup(members: readonly DrawingNode[]): DrawingNode {
	return {
		...(members[0] as DrawingNode),
		title: `${members.length} Group Update Providers`,
		lines: members.map(({ lines }) => lines.join(', '))
	};
}

function asOneGroup(members: readonly DrawingNode[], { groups }: Survey): DrawingNode {
	const ids = new Set(members.map(({ id }) => id));
	const own = groups.filter(({ id }) => ids.has(`group-${id}`));
	const clients = own
		.map(({ answers }) => valueOf(answers.clients))
		.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
	const platforms = new Set(own.map(platformOf));
	const [common] = platforms;
	const all = platforms.size === 1 && common !== undefined ? `, ${common}` : '';
	return {
		...(members[0] as DrawingNode),
		title: `${members.length} groups, ${clients.toLocaleString('en-US')} clients${all}`,
		lines: members.map(({ title, lines }) => {
			const said = lines.join(', ').replace(' clients,', '');
			return `${title}: ${all === '' ? said : said.replace(all, '').replace(` ${common}`, '')}`;
		})
	};
}
