import type { Writer } from '../../database/writer.ts';
import type { CountingSettingsService } from './counting-settings-service.ts';
import type { PauseService } from './pause-service.ts';

/** What members and admins see and decide of counting. */
export interface CountingSurface {
  pauses: PauseService;
  settings: CountingSettingsService;
  writer: Writer;
  /** Writes down what was heard, so that a decision is about what comes after it. */
  flushHeard: () => Promise<void>;
}
