import { openDevice } from '$lib/device/device';
import { FORM, FORM_HISTORY } from '$lib/knowledge/form';

/** This browser as the place where answers are kept; nothing is opened before it is used. */
export const device = openDevice({ form: FORM, history: FORM_HISTORY });
