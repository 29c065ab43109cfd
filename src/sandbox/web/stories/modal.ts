import type { Picture } from '../components/dialog-store.ts';
import type { OpenModal } from '../state/model.ts';
import { drawing } from './make.ts';

export const demoPictures: Picture[] = [
  { url: drawing('chart 1', 90), alt: 'A bar chart: Nyeri 21 votes, Guji 10, Huila 5' },
  { url: drawing('chart 2', 190), alt: '' },
];

/** A modal with every part that can stand in one. Discord allows five; the book shows all. */
export const demoModal: OpenModal = {
  id: '1',
  channelId: '21',
  applicationId: '900',
  applicationName: 'Hearth',
  customId: 'poll:v1:create',
  title: 'Create a poll',
  components: [
    { type: 10, content: 'Members see this poll in **#general**. You get a preview first.' },
    {
      type: 18,
      label: 'Question',
      component: {
        type: 4,
        style: 1,
        custom_id: 'question',
        max_length: 300,
        placeholder: 'What do you want to know?',
      },
    },
    {
      type: 18,
      label: 'Options',
      description: 'One a line, an emoji first if you like',
      component: { type: 4, style: 2, custom_id: 'options', value: '☕ Nyeri\nGuji', max_length: 1000 },
    },
    {
      type: 18,
      label: 'Kind',
      component: {
        type: 3,
        custom_id: 'kind',
        options: [
          { label: 'Single choice', value: 'single', default: true },
          { label: 'Ranked choice', value: 'ranked', description: 'Instant runoff' },
        ],
      },
    },
    {
      type: 18,
      label: 'Privacy',
      component: {
        type: 21,
        custom_id: 'privacy',
        options: [
          { value: 'open', label: 'Open', description: 'Names are visible to everyone', default: true },
          { value: 'sealed', label: 'Sealed', description: 'Nobody can look a vote up afterwards' },
        ],
      },
    },
    {
      type: 18,
      label: 'Notify',
      component: {
        type: 22,
        custom_id: 'notify',
        required: false,
        options: [
          { value: 'start', label: 'At the start' },
          { value: 'end', label: 'At the end' },
        ],
      },
    },
    { type: 18, label: 'Discuss in a thread', component: { type: 23, custom_id: 'thread', default: true } },
    {
      type: 18,
      label: 'Picture',
      component: { type: 19, custom_id: 'picture', required: false, max_values: 2, file_types: ['image'] },
    },
    {
      type: 18,
      label: 'Who may vote',
      component: { type: 6, custom_id: 'roles', required: false, max_values: 3, placeholder: 'Everyone' },
    },
  ],
};
