import { Graph, layout } from '@dagrejs/dagre';
import type { Drawing, DrawingEdge, DrawingNode } from '$lib/domain/drawing-parts';

export interface PlacedNode extends DrawingNode {
	/** The middle of the box, in the drawing's own units. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	/** Title and facts, broken to the width of the box. */
	readonly titleRows: readonly string[];
	readonly rows: readonly string[];
}

export interface PlacedEdge extends DrawingEdge {
	readonly points: readonly { readonly x: number; readonly y: number }[];
	readonly labelX: number;
	readonly labelY: number;
	readonly labelRows: readonly string[];
	/** Of the ground under the label, so that no line runs through its words. */
	readonly labelWidth: number;
}

export interface PlacedDrawing {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly PlacedNode[];
	readonly edges: readonly PlacedEdge[];
	/** Where the site begins: everything of it stands to the right. */
	readonly border: number;
}

export const LINE = 18;
/** Above the title: what kind of thing it is. */
export const HEAD = 20;
const FOOT = 8;
const PADDING = 20;
/** A character of the text in a box, on average, and a bold one of its title. */
const CHARACTER = 7.3;
const BOLD = 8.2;
/** Narrow enough that four ranks fit a sheet of paper at a size one can read. */
const BOX = 132;
const GROUP_BOX = 186;
/** Of many that are drawn as one, each on a line of its own. */
const LIST_BOX = 236;
const LABEL_CHARACTERS = 11;
/** From the vendor over the centre and what the site has of its own to the client groups. */
const RANKS: Readonly<Record<DrawingNode['kind'], number>> = {
	symantec: 0,
	sepm: 1,
	lua: 1,
	gup: 2,
	tool: 2,
	carrier: 2,
	group: 3
};

/** Places a drawing from left (the vendor) to right (the client groups); a long site grows downwards. */
export function placed(drawing: Drawing): PlacedDrawing {
	const graph = new Graph({ multigraph: false });
	graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 38, marginx: 6, marginy: 8 });
	graph.setDefaultEdgeLabel(() => ({}));
	const boxes = drawing.nodes.map((node) => {
		const width = node.lines.length > 3 ? LIST_BOX : node.kind === 'group' ? GROUP_BOX : BOX;
		const most = Math.floor((width - PADDING) / CHARACTER);
		const titleRows = broken(node.title, Math.floor((width - PADDING) / BOLD));
		const rows = node.lines.flatMap((line) => broken(line, most));
		const height = HEAD + LINE * (titleRows.length + rows.length) + FOOT;
		return { ...node, width, height, titleRows, rows };
	});
	const labels = drawing.edges.map(({ label }) => broken(label, LABEL_CHARACTERS));
	for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
	const taken = [...new Set(drawing.nodes.map(({ kind }) => RANKS[kind]))].sort((a, b) => a - b);
	const rankOf = new Map(drawing.nodes.map(({ id, kind }) => [id, taken.indexOf(RANKS[kind])]));
	for (const [index, { from, to }] of drawing.edges.entries()) {
		const rows = labels[index] ?? [];
		const longest = Math.max(...rows.map((row) => row.length));
		const size = { width: CHARACTER * longest, height: LINE * rows.length, labelpos: 'c' };
		const minlen = Math.max(1, (rankOf.get(to) ?? 1) - (rankOf.get(from) ?? 0));
		graph.setEdge(from, to, { ...size, minlen });
	}
	/** What nothing leads to yet is held in its rank by a line that is not drawn. */
	const [first] = drawing.nodes;
	for (const { id } of drawing.nodes) {
		const minlen = (rankOf.get(id) ?? 0) - (rankOf.get(first?.id ?? id) ?? 0);
		if (first && minlen > 0 && (graph.inEdges(id) ?? []).length === 0)
			graph.setEdge(first.id, id, { width: 0, height: 0, minlen });
	}
	layout(graph);

	const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
	const nodes = boxes.map((box): PlacedNode => {
		const { x, y } = graph.node(box.id) as PlacedNode;
		return { ...box, x, y };
	});
	const edges = drawing.edges.map((edge, index): PlacedEdge => {
		const { points, x, y } = graph.edge(edge.from, edge.to) as {
			points: PlacedEdge['points'];
			x: number;
			y: number;
		};
		const labelRows = labels[index] ?? [];
		const labelWidth = 6 + CHARACTER * Math.max(...labelRows.map((row) => row.length));
		return { ...edge, points, labelX: x, labelY: y, labelRows, labelWidth };
	});
	return { width, height, nodes, edges, border: borderOf(nodes) };
}

/** The middle between what stands in the centre and what stands at the site. */
function borderOf(nodes: readonly PlacedNode[]): number {
	const of = (side: DrawingNode['side']) => nodes.filter((node) => node.side === side);
	const left = Math.max(0, ...of('centre').map(({ x, width }) => x + width / 2));
	const right = Math.min(...of('site').map(({ x, width }) => x - width / 2));
	return Number.isFinite(right) ? (left + right) / 2 : left;
}

/** Breaks a text between words, and inside a word only where it is longer than a line. */
export function broken(text: string, most: number): readonly string[] {
	const rows: string[] = [];
	let row = '';
	for (const word of text.split(/\s+/)) {
		let rest = row === '' ? word : `${row} ${word}`;
		if (rest.length > most && row !== '') {
			rows.push(row);
			rest = word;
		}
		while (rest.length > most) {
			rows.push(rest.slice(0, most));
			rest = rest.slice(most);
		}
		row = rest;
	}
	return row === '' ? rows : [...rows, row];
}
