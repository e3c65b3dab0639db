import { Graph, layout } from '@dagrejs/dagre';
import type { Drawing, DrawingEdge, DrawingNode } from '$lib/domain/drawing';

export interface PlacedNode extends DrawingNode {
	/** The middle of the box, in the drawing's own units. */
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface PlacedEdge extends DrawingEdge {
	readonly points: readonly { readonly x: number; readonly y: number }[];
	readonly labelX: number;
	readonly labelY: number;
}

export interface PlacedDrawing {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly PlacedNode[];
	readonly edges: readonly PlacedEdge[];
}

export const BOX_WIDTH = 230;
const LINE = 19;

/** Places a drawing from left (the vendor) to right (the client groups); a long site grows downwards. */
export function placed(drawing: Drawing): PlacedDrawing {
	const graph = new Graph({ multigraph: false });
	graph.setGraph({ rankdir: 'LR', nodesep: 22, ranksep: 90, marginx: 12, marginy: 12 });
	graph.setDefaultEdgeLabel(() => ({}));
	for (const node of drawing.nodes) {
		graph.setNode(node.id, { width: BOX_WIDTH, height: 40 + LINE * node.lines.length });
	}
	for (const { from, to, label } of drawing.edges) {
		graph.setEdge(from, to, { width: 8 * label.length, height: 16, labelpos: 'c' });
	}
	layout(graph);

	const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
	return {
		width,
		height,
		nodes: drawing.nodes.map((node) => {
			const { x, y, width, height } = graph.node(node.id) as PlacedNode;
			return { ...node, x, y, width, height };
		}),
		edges: drawing.edges.map((edge) => {
			const { points, x, y } = graph.edge(edge.from, edge.to) as {
				points: PlacedEdge['points'];
				x: number;
				y: number;
			};
			return { ...edge, points, labelX: x, labelY: y };
		})
	};
}
