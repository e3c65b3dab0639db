import { valueOf } from './answer.ts';
import { gather } from './drawing-gather.ts';
import type { Drawing, DrawingEdge, DrawingNode, NodeKind } from './drawing-parts.ts';
import { pathsOf } from './drawing-paths.ts';
import { groupNode, supplyOf } from './drawing-supply.ts';
import type { MethodId } from './method.ts';
import type { Plan } from './plan.ts';
import type { Instance, Survey } from './survey.ts';

/**
 * The site as it is before (every client with a network asks the management server, the vendor's default) or after (as
 * recommended).
 * Nodes are in a fixed order, so that the same survey always gives the same drawing.
 */
export function drawingOf(
	survey: Survey,
	plan: Pick<Plan, 'groups'>,
	when: 'before' | 'after'
): Drawing {
	const nodes = new Map<string, DrawingNode>();
	const edges: DrawingEdge[] = [];
	const add = (node: DrawingNode) => nodes.set(node.id, nodes.get(node.id) ?? node);

	for (const group of survey.groups) {
		const planned = plan.groups.find(({ id }) => id === group.id);
		const method =
			when === 'before' ? before(group) : (planned?.recommended ?? planned?.leading ?? null);
		const isUndecided = when === 'after' && planned?.recommended == null;
		const node = groupNode(group, planned?.name ?? group.id);
		add(node);
		if (method === null) continue;
		for (const each of supplyOf(method, survey)) add(each);
		edges.push(...pathsOf(method, node.id, survey, isUndecided));
	}

	gather(survey, nodes, edges);
	const unique = new Map(edges.map((edge) => [`${edge.from}>${edge.to}`, edge]));
	const inOrder = [...nodes.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
	const kept = [...unique.values()];
	return {
		nodes: inOrder,
		edges: kept,
		link: linkText(survey),
		description: inWords(inOrder, kept)
	};
}

const ORDER: readonly NodeKind[] = ['symantec', 'sepm', 'lua', 'tool', 'carrier', 'gup', 'group'];

/** The vendor's default; who has no network has no way yet. */
function before({ answers }: Instance): MethodId | null {
	return valueOf(answers.airGapped) === 'yes' ? null : 'sepm';
}

function linkText(survey: Survey): string {
	const mbps = valueOf(survey.answers.linkDownMbps);
	if (typeof mbps !== 'number') return 'Link: speed not known';
	return mbps === 0 ? 'No link' : `Link: ${mbps.toLocaleString('en-US')} Mbit/s`;
}

function inWords(nodes: readonly DrawingNode[], edges: readonly DrawingEdge[]): string {
	const name = (id: string) => {
		const node = nodes.find((each) => each.id === id);
		return node ? `${node.title} (${node.lines.join(', ')})` : id;
	};
	return edges
		.map(
			({ from, to, label, isUndecided }) =>
				`${name(from)} to ${name(to)}: ${label}${isUndecided ? ', not decided yet' : ''}.`
		)
		.join(' ');
}
