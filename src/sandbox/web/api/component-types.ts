import type { Emoji, Id } from './types.ts';

export interface Media {
  url: string;
  proxy_url?: string;
  width?: number | null;
  height?: number | null;
  content_type?: string | null;
}

export interface ButtonComponent {
  type: 2;
  style: number;
  label?: string;
  emoji?: Emoji;
  custom_id?: string;
  url?: string;
  disabled?: boolean;
}

export interface SelectOption {
  label: string;
  value: string;
  description?: string;
  emoji?: Emoji;
  default?: boolean;
}

export interface SelectComponent {
  type: 3 | 5 | 6 | 7 | 8;
  custom_id: string;
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  disabled?: boolean;
  required?: boolean;
  options?: SelectOption[];
  default_values?: { id: Id; type: 'user' | 'role' | 'channel' }[];
  channel_types?: number[];
}

export interface ThumbnailComponent {
  type: 11;
  media: Media;
  description?: string | null;
  spoiler?: boolean;
}

export interface GalleryItem {
  media: Media;
  description?: string | null;
  spoiler?: boolean;
}

export type MessageComponent =
  | { type: 1; components: (ButtonComponent | SelectComponent)[] }
  | ButtonComponent
  | SelectComponent
  | { type: 9; components: { type: 10; content: string }[]; accessory: ButtonComponent | ThumbnailComponent }
  | { type: 10; content: string }
  | ThumbnailComponent
  | { type: 12; items: GalleryItem[] }
  | { type: 13; file: Media; spoiler?: boolean; name?: string; size?: number }
  | { type: 14; divider?: boolean; spacing?: number }
  | { type: 17; accent_color?: number | null; spoiler?: boolean; components: MessageComponent[] };

export interface TextInputComponent {
  type: 4;
  style: number;
  custom_id: string;
  label?: string;
  placeholder?: string;
  value?: string;
  min_length?: number;
  max_length?: number;
  required?: boolean;
}

export interface FileUploadComponent {
  type: 19;
  custom_id: string;
  min_values?: number;
  max_values?: number;
  required?: boolean;
  file_types?: string[];
}

export interface RadioGroupComponent {
  type: 21;
  custom_id: string;
  options: SelectOption[];
  required?: boolean;
}

export interface CheckboxGroupComponent {
  type: 22;
  custom_id: string;
  options: SelectOption[];
  min_values?: number;
  max_values?: number;
  required?: boolean;
}

export interface CheckboxComponent {
  type: 23;
  custom_id: string;
  default?: boolean;
}

export type ModalInput =
  | TextInputComponent
  | SelectComponent
  | FileUploadComponent
  | RadioGroupComponent
  | CheckboxGroupComponent
  | CheckboxComponent;

export type ModalComponent =
  | { type: 18; id?: number; label: string; description?: string; component: ModalInput }
  | { type: 10; id?: number; content: string }
  | { type: 1; id?: number; components: TextInputComponent[] };
