import { UserError } from '../../shared/user-error.ts';
import type { ShoutoutRefusalCode } from './ports.ts';

export function refuse(code: ShoutoutRefusalCode, params?: UserError['params']): never {
  throw new UserError(code, params);
}
