export type NodeKind = 'symantec' | 'sepm' | 'lua' | 'gup' | 'tool' | 'carrier' | 'group';

/** A thing in the drawing of a site. */
export interface DrawingNode {
	readonly id: string;
	readonly kind: NodeKind;
	readonly title: string;
	/** Facts under the title, one a line. */
	readonly lines: readonly string[];
	/** Which side of the link it stands on. */
	readonly side: 'centre' | 'site';
}

/** Content that goes from one thing to another. */
export interface DrawingEdge {
	readonly from: string;
	readonly to: string;
	/** What it passes: a port, a schedule, a hand. */
	readonly label: string;
	/** True where it crosses the link between the SEPM and the site. */
	readonly crossesLink: boolean;
	/** A group that has no method yet is drawn with a dashed line to what it leans to. */
	readonly isUndecided: boolean;
}

export interface Drawing {
	readonly nodes: readonly DrawingNode[];
	readonly edges: readonly DrawingEdge[];
	/** The link, as it is written on the line between centre and site. */
	readonly link: string;
	/** The whole drawing in words, for those who cannot see it. */
	readonly description: string;
}
