import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Axe finds nothing, in light and in dark. */
export async function expectAccessible(page: Page) {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page }).analyze();
		const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
		expect(found, `axe, ${colorScheme}`).toEqual([]);
	}
}

/** Nothing sticks out sideways, and a gloved finger can hit whatever can be pressed. */
export async function expectFitsPhone(page: Page) {
	await page.setViewportSize({ width: 390, height: 844 });
	const { scroll, outside, small } = await page.evaluate(() => {
		const pressable = [
			...document.querySelectorAll<HTMLElement>(
				'main :is(a[href], button, input, select, textarea, summary)'
			)
		].filter((each) => each.checkVisibility() && !each.closest('.print-sheet'));
		return {
			scroll: document.documentElement.scrollWidth,
			outside: pressable
				.filter((each) => each.getBoundingClientRect().right > 390)
				.map((each) => each.innerText || each.id),
			small: pressable
				.map((each) => {
					const target = each.closest('label') ?? each;
					const { width, height } = target.getBoundingClientRect();
					return { what: `${each.tagName} ${each.innerText || each.id}`, width, height };
				})
				.filter(({ width, height }) => width < 47.5 || height < 47.5)
				.map(({ what, width, height }) => `${what}: ${Math.round(width)} x ${Math.round(height)}`)
		};
	});
	expect(scroll).toBe(390);
	expect(outside).toEqual([]);
	expect(small).toEqual([]);
}
