import type { EarlierPlan } from '$lib/domain/plan-file';

let held: readonly EarlierPlan[] = [];

/** Plans that were opened on another page, on their way to this one; nothing of them is kept on the device. */
export function hold(plans: readonly EarlierPlan[]): void {
	held = plans;
}

export function heldPlans(): readonly EarlierPlan[] {
	return held;
}
