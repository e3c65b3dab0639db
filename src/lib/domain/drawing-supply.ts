import { valueOf } from './answer.ts';
import type { DrawingNode } from './drawing-parts.ts';
import type { MethodId } from './method.ts';
import type { Instance, Survey } from './survey.ts';

const PLATFORMS: Readonly<Record<string, string>> = {
	windows: 'Windows',
	mac: 'Mac',
	linux: 'Linux'
};

export function platformOf({ answers }: Instance): string {
	const platform = valueOf(answers.platform);
	return typeof platform === 'string' ? (PLATFORMS[platform] ?? platform) : 'platform not known';
}

export function groupNode(group: Instance, name: string): DrawingNode {
	const clients = valueOf(group.answers.clients);
	const count =
		typeof clients === 'number'
			? `${clients.toLocaleString('en-US')} clients`
			: 'clients not counted';
	return {
		id: `group-${group.id}`,
		kind: 'group',
		title: name,
		lines: [`${count}, ${platformOf(group)}`],
		side: 'site'
	};
}

/** Everything that content passes on its way to a group with this method, the group itself left out. */
export function supplyOf(method: MethodId, survey: Survey): readonly DrawingNode[] {
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

export const SYMANTEC: DrawingNode = {
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
export function gupNodes(survey: Survey): readonly DrawingNode[] {
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

function text(survey: Survey, question: string): string | undefined {
	const value = valueOf(survey.answers[question]);
	return typeof value === 'string' ? value : undefined;
}
