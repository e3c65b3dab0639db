import { Graph, layout } from '@dagrejs/dagre';
import type { Drawing, DrawingEdge, DrawingNode } from '$lib/domain/drawing';

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
}

export interface PlacedDrawing {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly PlacedNode[];
	readonly edges: readonly PlacedEdge[];
}

export const LINE = 18;
/** Above the title: what kind of thing it is. */
export const HEAD = 20;
const FOOT = 8;
const PADDING = 20;
/** A character of the text in a box, on average. */
const CHARACTER = 7.3;
/** Narrow enough that four ranks fit a sheet of paper at a size one can read. */
const BOX = 132;
const GROUP_BOX = 186;
/** Of many that are drawn as one, each on a line of its own. */
const LIST_BOX = 236;
const LABEL_CHARACTERS = 11;

/** Places a drawing from left (the vendor) to right (the client groups); a long site grows downwards. */
export function placed(drawing: Drawing): PlacedDrawing {
	const graph = new Graph({ multigraph: false });
	graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 26, marginx: 6, marginy: 8 });
	graph.setDefaultEdgeLabel(() => ({}));
	const boxes = drawing.nodes.map((node) => {
		const width = node.lines.length > 3 ? LIST_BOX : node.kind === 'group' ? GROUP_BOX : BOX;
		const most = Math.floor((width - PADDING) / CHARACTER);
		const titleRows = broken(node.title, most);
		const rows = node.lines.flatMap((line) => broken(line, most));
		const height = HEAD + LINE * (titleRows.length + rows.length) + FOOT;
		return { ...node, width, height, titleRows, rows };
	});
	const labels = drawing.edges.map(({ label }) => broken(label, LABEL_CHARACTERS));
	for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
	for (const [index, { from, to }] of drawing.edges.entries()) {
		const rows = labels[index] ?? [];
		const longest = Math.max(...rows.map((row) => row.length));
		const size = { width: CHARACTER * longest, height: LINE * rows.length, labelpos: 'c' };
		graph.setEdge(from, to, size);
	}
	layout(graph);

	const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
	return {
		width,
		height,
		nodes: boxes.map((box) => {
			const { x, y } = graph.node(box.id) as PlacedNode;
			return { ...box, x, y };
		}),
		edges: drawing.edges.map((edge, index) => {
			const { points, x, y } = graph.edge(edge.from, edge.to) as {
				points: PlacedEdge['points'];
				x: number;
				y: number;
			};
			return { ...edge, points, labelX: x, labelY: y, labelRows: labels[index] ?? [] };
		})
	};
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
