declare global {
	namespace App {
		/** What a page shows when something we promised did not hold. */
		interface Error {
			message: string;
		}
	}
}

export {};
