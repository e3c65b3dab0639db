export interface Toast {
	readonly id: number;
	readonly text: string;
	readonly undo?: () => void;
}

/** Messages of what was just done, with its undo; shown by the root layout wherever one is. */
class Toasts {
	#list = $state.raw<readonly Toast[]>([]);
	#last = 0;

	get list(): readonly Toast[] {
		return this.#list;
	}

	show(text: string, undo?: () => void) {
		const toast = { id: ++this.#last, text, ...(undo ? { undo } : {}) };
		this.#list = [...this.#list.slice(-2), toast];
	}

	dismiss(id: number) {
		this.#list = this.#list.filter((toast) => toast.id !== id);
	}
}

export const toasts = new Toasts();
