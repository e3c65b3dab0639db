import { valueOf } from './answer.ts';
import type { MethodId } from './method.ts';
import type { Plan } from './plan.ts';
import type { Instance, Survey } from './survey.ts';

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

const PLATFORMS: Readonly<Record<string, string>> = {
	windows: 'Windows',
	mac: 'Mac',
	linux: 'Linux'
};

/**
 * The site as it is before (every client asks the management server, the vendor's default) or after (as recommended).
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
		const method = when === 'before' ? 'sepm' : (planned?.recommended ?? planned?.leading ?? null);
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

/** More boxes of a kind than this are drawn as one box with a line for each. */
const MANY: Readonly<Partial<Record<NodeKind, number>>> = { group: 8, gup: 4 };

/** Puts groups that are served alike, and providers, into one box where there are many of them. */
function gather(survey: Survey, nodes: Map<string, DrawingNode>, edges: DrawingEdge[]): void {
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
	const clients = groups
		.filter(({ id }) => ids.has(`group-${id}`))
		.map(({ answers }) => valueOf(answers.clients))
		.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
	return {
		...(members[0] as DrawingNode),
		title: `${members.length} groups, ${clients.toLocaleString('en-US')} clients`,
		lines: members.map(
			({ title, lines }) => `${title}: ${lines.join(', ').replace(' clients,', '')}`
		)
	};
}

const ORDER: readonly NodeKind[] = ['symantec', 'sepm', 'lua', 'tool', 'carrier', 'gup', 'group'];

function groupNode({ id, answers }: Instance, name: string): DrawingNode {
	const clients = valueOf(answers.clients);
	const platform = valueOf(answers.platform);
	const known =
		typeof platform === 'string' ? (PLATFORMS[platform] ?? platform) : 'platform not known';
	const count =
		typeof clients === 'number'
			? `${clients.toLocaleString('en-US')} clients`
			: 'clients not counted';
	return {
		id: `group-${id}`,
		kind: 'group',
		title: name,
		lines: [`${count}, ${known}`],
		side: 'site'
	};
}

/** Everything that content passes on its way to a group with this method, the group itself left out. */
function supplyOf(method: MethodId, survey: Survey): readonly DrawingNode[] {
	const fromSymantec =
		text(survey, 'sepmContentFrom') === 'symantec' || text(survey, 'sepmContentFrom') === undefined;
	switch (method) {
		case 'sepm':
			return [...(fromSymantec ? [SYMANTEC] : []), sepmNode(survey)];
		case 'gup':
			return [...(fromSymantec ? [SYMANTEC] : []), sepmNode(survey), ...gupNodes(survey)];
		case 'lua':
			return [
				SYMANTEC,
				{
					id: 'lua',
					kind: 'lua',
					title: 'Internal LiveUpdate server',
					lines: [text(survey, 'luaHost') ?? 'a machine of its own'],
					side: 'centre'
				}
			];
		case 'liveupdate':
			return [SYMANTEC];
		case 'third-party':
			return [
				SYMANTEC,
				sepmNode(survey),
				{
					id: 'tool',
					kind: 'tool',
					title: 'Distribution tool',
					lines: ['tested content only'],
					side: 'site'
				}
			];
		case 'intelligent-updater':
			return [
				SYMANTEC,
				{
					id: 'carrier',
					kind: 'carrier',
					title: 'Intelligent Updater',
					lines: ['checked files, carried by hand'],
					side: 'site'
				}
			];
	}
}

const SYMANTEC: DrawingNode = {
	id: 'symantec',
	kind: 'symantec',
	title: 'Symantec LiveUpdate',
	lines: ['on the internet'],
	side: 'centre'
};

function sepmNode(survey: Survey): DrawingNode {
	const version = text(survey, 'sepmVersion');
	const lines = [
		text(survey, 'sepmHost') ?? 'name not known',
		...(version ? [`version ${version}`] : [])
	];
	return { id: 'sepm', kind: 'sepm', title: 'SEP Manager', lines, side: 'centre' };
}

/** The candidates that are not the SEPM; one nameless GUP where nobody named one. */
function gupNodes(survey: Survey): readonly DrawingNode[] {
	const usable = survey.candidates.filter(
		({ answers }) => valueOf(answers.isSepm) !== 'yes' && valueOf(answers.alwaysOn) !== 'no'
	);
	const named = usable.length > 0 ? usable : [{ id: 'to-name', answers: {} }];
	return named.map(({ id, answers }): DrawingNode => {
		const host = valueOf(answers.host);
		const subnet = valueOf(answers.gupSubnet);
		return {
			id: `gup-${id}`,
			kind: 'gup',
			title: 'Group Update Provider',
			lines: [
				typeof host === 'string' ? host : 'still to be named',
				...(typeof subnet === 'string' ? [subnet] : [])
			],
			side: 'site'
		};
	});
}

function pathsOf(
	method: MethodId,
	group: string,
	survey: Survey,
	isUndecided: boolean
): readonly DrawingEdge[] {
	const port = valueOf(survey.answers.sepmPort);
	const sepmPort = typeof port === 'number' ? `TCP ${port}` : 'management port';
	const gupAnswer = valueOf(survey.answers.gupPort);
	const gupPort = `TCP ${typeof gupAnswer === 'number' ? gupAnswer : 2967}`;
	const edge = (from: string, to: string, label: string, crossesLink = false): DrawingEdge => ({
		...{ from, to, label, crossesLink },
		isUndecided: isUndecided && to === group
	});
	const fromSymantec = supplyOf(method, survey).includes(SYMANTEC);
	const toSepm = fromSymantec ? [edge('symantec', 'sepm', 'LiveUpdate')] : [];
	switch (method) {
		case 'sepm':
			return [...toSepm, edge('sepm', group, sepmPort, true)];
		case 'gup':
			return [
				...toSepm,
				...gupNodes(survey).flatMap(({ id }) => [
					edge('sepm', id, `${sepmPort}, once`, true),
					edge(id, group, gupPort)
				])
			];
		case 'lua':
			return [
				edge('symantec', 'lua', 'download schedule'),
				edge('lua', group, 'LiveUpdate schedule', true)
			];
		case 'liveupdate':
			return [edge('symantec', group, 'TCP 443, own schedule')];
		case 'third-party':
			return [
				...toSepm,
				edge('sepm', 'tool', 'staged files', true),
				edge('tool', group, 'deployment')
			];
		case 'intelligent-updater':
			return [edge('symantec', 'carrier', 'download elsewhere'), edge('carrier', group, 'by hand')];
	}
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

function text(survey: Survey, question: string): string | undefined {
	const value = valueOf(survey.answers[question]);
	return typeof value === 'string' ? value : undefined;
}
