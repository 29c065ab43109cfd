import {
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType as C,
  TextInputStyle,
} from 'discord-api-types/v10';

/** A message with every component; `presses` shows that an update arrived. */
export function panel(presses: number): APIMessageTopLevelComponent[] {
  return [
    {
      type: C.Container,
      accent_color: 0xd9572b,
      components: [
        { type: C.TextDisplay, content: `## Panel\nPressed **${presses}** times, closes <t:1900000000:R>` },
        { type: C.Separator },
        {
          type: C.Section,
          components: [{ type: C.TextDisplay, content: 'A section with a button' }],
          accessory: { type: C.Button, style: ButtonStyle.Primary, custom_id: 'press', label: 'Press me' },
        },
        {
          type: C.ActionRow,
          components: [
            {
              type: C.Button,
              style: ButtonStyle.Success,
              custom_id: 'note',
              label: 'Tell me',
              emoji: { name: '✅' },
            },
            { type: C.Button, style: ButtonStyle.Danger, custom_id: 'ignored', label: 'Nobody listens' },
            {
              type: C.Button,
              style: ButtonStyle.Secondary,
              custom_id: 'closed',
              label: 'Closed',
              disabled: true,
            },
            { type: C.Button, style: ButtonStyle.Link, url: 'https://example.com/rules', label: 'Rules' },
          ],
        },
        {
          type: C.ActionRow,
          components: [
            {
              type: C.StringSelect,
              custom_id: 'taste',
              placeholder: 'Choose tastes',
              min_values: 2,
              max_values: 3,
              options: ['Floral', 'Fruity', 'Nutty', 'Spicy'].map((label) => ({
                label,
                value: label.toLowerCase(),
              })),
            },
          ],
        },
        {
          type: C.ActionRow,
          components: [{ type: C.UserSelect, custom_id: 'person', placeholder: 'Choose a person' }],
        },
      ],
    },
  ];
}

/** A form with five labelled parts. */
export const form: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'A small form',
  components: [
    {
      type: C.Label,
      label: 'Name',
      component: {
        type: C.TextInput,
        style: TextInputStyle.Short,
        custom_id: 'name',
        min_length: 3,
        max_length: 20,
      },
    },
    {
      type: C.Label,
      label: 'Notes',
      description: 'As many as you like',
      component: { type: C.TextInput, style: TextInputStyle.Paragraph, custom_id: 'notes', required: false },
    },
    {
      type: C.Label,
      label: 'Roast',
      component: {
        type: C.RadioGroup,
        custom_id: 'roast',
        options: [
          { label: 'Light', value: 'light' },
          { label: 'Dark', value: 'dark' },
        ],
      },
    },
    {
      type: C.Label,
      label: 'Extras',
      component: {
        type: C.CheckboxGroup,
        custom_id: 'extras',
        required: false,
        options: [
          { label: 'Milk', value: 'milk' },
          { label: 'Sugar', value: 'sugar' },
        ],
      },
    },
    {
      type: C.Label,
      label: 'Picture',
      component: { type: C.FileUpload, custom_id: 'picture', required: false },
    },
  ],
};
