import type { Translate } from '../i18n/translate.ts';
import { sentenceFor } from '../i18n/translator.ts';
import { UserError } from '../shared/user-error.ts';

export interface PresentedError {
  /** For the presser, in their language. Never a stack trace, never what an error says of itself. */
  words: string;
  /** `refused`: a rule said no; `storage`: nothing could be saved; `failed`: a mistake in the code. */
  outcome: 'refused' | 'storage' | 'failed';
  /** What a log may say: the code of a refusal, the kind of a storage failure. */
  code: string;
}

/** `reference` is a short code that the log repeats, so that a report leads to its line. */
export function presentError(error: unknown, t: Translate, reference: string): PresentedError {
  if (error instanceof UserError) {
    const words = sentenceFor(t, error.code, error.params);
    if (words !== undefined) return { words, outcome: 'refused', code: error.code };
  }
  const storage = storageFailure(error);
  if (storage !== undefined) {
    return {
      words: t(storageWords[storage] ?? 'kit.refusals.couldNotSave'),
      outcome: 'storage',
      code: storage,
    };
  }
  return { words: t('kit.refusals.somethingWrong', { reference }), outcome: 'failed', code: reference };
}

const storageWords: Record<string, 'kit.refusals.storageFull' | 'kit.refusals.notSureSaved'> = {
  full: 'kit.refusals.storageFull',
  uncertain: 'kit.refusals.notSureSaved',
};

/** By name, because the kit stands below the database and does not know its classes. */
function storageFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'StorageError') return undefined;
  return 'failure' in error && typeof error.failure === 'string' ? error.failure : 'failed';
}
