import { picture, type Written } from '../written.ts'

/** The posts of Priya, who cooks, oldest first. */
export const priya: Written[] = [
  {
    text: 'Welcome to my kitchen. Two burners, one window, eleven spices with labels and nine without. We will be fine.',
    pictures: [picture('dish/curry')],
  },
  { text: 'Dal is not a recipe, it is a conversation with a pot. Today the pot said: more ginger.' },
  {
    text: 'Made ramen from the bones up. Nineteen hours. Eaten in six minutes, in silence, which is the review.',
    pictures: [picture('dish/noodles')],
  },
  {
    text: 'Be honest: what is in your fridge door?',
    poll: { options: ['Seven mustards', 'One noble lime', 'Sauces from a past life', 'Batteries'], days: 2, multiple: true },
  },
  {
    text: 'A pizza with a good crust forgives everything. I have tested this with cold soup on top. It forgave. I did not.',
    pictures: [picture('dish/pizza')],
  },
  {
    text: 'For pass holders: my aunt’s lime pickle, with her permission, minus the one ingredient she denies.',
    for: 'pass',
    pictures: [picture('dish/salad', 'Green things from the market on a plate, on their way to the pickle jar')],
  },
  { text: 'If the onions are boring you, you have not cooked them for long enough. Twenty minutes. Put a song on. Put two on.' },
  { text: 'Tart, before and after I turned my back on my nephew.', pictures: [picture('dish/tart')] },
  {
    text: 'The whole week’s plan for four people and one budget, with a shopping list that fits on a hand.',
    for: [1, 2],
    pictures: [picture('dish/salad'), picture('dish/curry', 'Wednesday’s curry in its copper bowl')],
  },
  { text: 'Salt early, acid late, taste always. That is the book. You may keep the money.' },
  {
    text: 'Went to the market for coriander. Came home with a fish, two mangoes and a view on local politics.',
    pictures: [picture('city/alley', 'The market street after rain, lanterns over the stalls')],
  },
  {
    text: 'What do we cook together on Sunday, all of us, at the same hour, with whatever pan we have?',
    poll: { options: ['Masala dosa', 'Gnocchi by hand', 'A pie with a lid', 'Dumplings, three folds'], days: 8 },
  },
  {
    text: 'Followers: the photo of the burnt one. I promised honesty and here it is, in high resolution.',
    for: 'followers',
    pictures: [picture('dish/tart', 'A tart with a crust considerably darker than intended')],
  },
  { text: 'A reader cooked my grandmother’s khichdi in a hotel kettle in Oslo. Grandmother has been told. She is proud and worried.' },
  {
    text: 'Dumpling night! Eighty-four, of which nine have the correct number of folds. All taste like eleven people laughing.',
    pictures: [
      picture('dish/noodles', 'A bowl of broth with noodles, the last one before the dumplings were ready'),
      picture('coffee/morning'),
    ],
  },
]
