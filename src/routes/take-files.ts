import { goto } from '$app/navigation';
import { importSurvey, type Imported, type ImportOptions } from '$lib/device/surveys';
import { sentenceOf } from '$lib/device/trouble';
import type { EarlierPlan } from '$lib/domain/plan-file';
import type { Survey } from '$lib/domain/survey';
import { toasts } from '$lib/ui/toasts.svelte';
import { device } from './device';
import { hold } from './earlier-plan/held';
import { openFile, type SurveyFile } from './survey-files';

export interface Refused {
	readonly name: string;
	readonly problem: string;
}

export interface Taken {
	/** One sentence for each file that changed nothing. */
	readonly refused: readonly Refused[];
	/** A survey that is here already with other answers: somebody must say what is to be done. */
	readonly asking?: Survey;
}

/** Takes survey files in, one after the other, and goes to the survey if there is only one; plans are only shown. */
export async function takeFiles(files: readonly SurveyFile[]): Promise<Taken> {
	const refused: Refused[] = [];
	const taken: Imported[] = [];
	const plans: EarlierPlan[] = [];
	let asking: Survey | undefined;
	for (const file of files) {
		const { name } = file;
		const opened = await openFile(file);
		if ('problem' in opened) refused.push({ name, problem: opened.problem });
		else if ('plan' in opened) plans.push(opened.plan);
		else {
			const imported = await attempt(opened.survey);
			if ('problem' in imported) refused.push({ name, problem: imported.problem });
			else if (imported.outcome === 'here-already') asking = opened.survey;
			else taken.push(imported);
		}
	}
	if (plans.length > 0 && refused.length === 0 && !asking) {
		hold(plans);
		await goto('/earlier-plan');
	}
	const [only] = taken;
	if (files.length === 1 && only) await goTo(only);
	else if (taken.length > 0) toasts.show(`${taken.length} surveys were opened.`);
	return { refused, ...(asking ? { asking } : {}) };
}

/** What was decided about a survey that is here already. */
export async function settle(survey: Survey, how: 'merge' | 'copy' | 'keep'): Promise<Taken> {
	if (how === 'keep') {
		await goto(`/survey/${encodeURIComponent(survey.id)}`);
		return { refused: [] };
	}
	const options =
		how === 'merge' ? { merge: true } : { asCopy: true, title: `${survey.title} (copy)` };
	const imported = await attempt(survey, options);
	if ('problem' in imported) {
		return { refused: [{ name: survey.title, problem: imported.problem }] };
	}
	await goTo(imported);
	return { refused: [] };
}

async function attempt(survey: Survey, options?: ImportOptions) {
	try {
		return await importSurvey(device, survey, options);
	} catch (error) {
		return { problem: sentenceOf(error) };
	}
}

async function goTo({ id, conflicts }: Imported) {
	await goto(`/survey/${encodeURIComponent(id)}${conflicts > 0 ? '/review' : ''}`);
	if (conflicts === 1) toasts.show('One answer differs: both are kept, choose one.');
	if (conflicts > 1) toasts.show(`${conflicts} answers differ: both are kept, choose one of each.`);
}
