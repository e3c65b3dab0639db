import { goto } from '$app/navigation';
import { importSurvey, type Imported, type ImportOptions } from '$lib/device/surveys';
import { sentenceOf } from '$lib/device/trouble';
import type { Survey } from '$lib/domain/survey';
import { toasts } from '$lib/ui/toasts.svelte';
import { device } from './device';
import { openFile, type SurveyFile } from './survey-files';

interface Refused {
	readonly name: string;
	readonly problem: string;
}

/** Takes files in one after the other; stops to ask where a survey is here already with other answers. */
export class Importing {
	problems = $state.raw<readonly Refused[]>([]);
	isReading = $state(false);
	/** The survey that is here already, while nobody has said what is to be done. */
	asking = $state.raw<Survey>();

	async take(files: readonly SurveyFile[]): Promise<void> {
		this.problems = [];
		this.isReading = true;
		const taken: Imported[] = [];
		for (const file of files) {
			const opened = await openFile(file);
			if ('problem' in opened) this.#refuse(file.name, opened.problem);
			else {
				const imported = await this.#import(file.name, opened.survey);
				if (imported?.outcome === 'here-already') this.asking = opened.survey;
				else if (imported) taken.push(imported);
			}
		}
		this.isReading = false;
		const [only] = taken;
		if (files.length === 1 && only) await this.#goTo(only);
		else if (taken.length > 0) toasts.show(`${taken.length} surveys were opened.`);
	}

	/** The answer to the question what is to be done with a survey that is here already. */
	async settle(how: 'merge' | 'copy' | 'keep' | 'cancel'): Promise<void> {
		const survey = this.asking;
		this.asking = undefined;
		if (!survey || how === 'cancel') return;
		if (how === 'keep') return goto(`/survey/${encodeURIComponent(survey.id)}`);
		const options =
			how === 'merge' ? { merge: true } : { asCopy: true, title: `${survey.title} (copy)` };
		const imported = await this.#import(survey.title, survey, options);
		if (imported) await this.#goTo(imported);
	}

	async #import(name: string, survey: Survey, options?: ImportOptions) {
		try {
			return await importSurvey(device, survey, options);
		} catch (error) {
			this.#refuse(name, sentenceOf(error));
			return undefined;
		}
	}

	#refuse(name: string, problem: string) {
		this.problems = [...this.problems.filter((each) => each.name !== name), { name, problem }];
	}

	async #goTo({ id, conflicts }: Imported) {
		const review = conflicts > 0 ? '/review' : '';
		await goto(`/survey/${encodeURIComponent(id)}${review}`);
		if (conflicts === 1) toasts.show('One answer differs: both are kept, choose one.');
		if (conflicts > 1)
			toasts.show(`${conflicts} answers differ: both are kept, choose one of each.`);
	}
}
