import { valueOf } from './answer.ts';
import type { DrawingEdge } from './drawing-parts.ts';
import { gupNodes, supplyOf, SYMANTEC } from './drawing-supply.ts';
import type { MethodId } from './method.ts';
import type { Survey } from './survey.ts';

/** The ways by which content comes to a group with this method. */
export function pathsOf(
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
