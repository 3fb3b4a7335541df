import type { Talk } from './written.ts'

/** Under the posts of those who make things with their hands. */
export const studioTalk: Readonly<Record<string, readonly Talk[]>> = {
  ama: [
    [2, 'That orange. I have stared at it for the length of a coffee.', '↩ Then it is finished. Thank you for finishing it.'],
    [
      11,
      '“Everything I know about composition I learned from how my mother parks.” My mother would like a word.',
      '↩ Tell her the gap on the left is perfect.',
    ],
    [
      14,
      'fan20: AMA. THE LADDER. Please be careful up there, says your loudest cousin.',
      '↩ You were the one who lent me the wobbly one.',
      '↺ It has character!',
    ],
    [
      2,
      'What do you prime with? My oranges go brown overnight and I take it personally.',
      '↩ Two thin coats, sand between them, and let the first one dry longer than you want to. The brown comes from underneath.',
      '↺ Tried it on Sunday. It stayed orange. I may cry.',
    ],
    [13, 'A child said “hot”. Whole art criticism in one word.'],
    [4, 'Is the bathroom painting for sale? Asking for a hallway.', '↩ It lives there now. But it has a sister.'],
    [3, 'The left corner is asking me things as well.', '↩ Do not answer. It only encourages it.'],
    [
      6,
      'fan10: I paint on Sundays and do other people’s taxes on the other days. This page is why I still own a brush.',
      '↩ One clean brush and one day a week is a whole studio. Show me something when you like.',
      '↺ I will. In a year. Or Sunday.',
    ],
  ],
  priya: [
    [2, 'More ginger. The pot is always right.', '↩ The pot and my aunt.'],
    [
      3,
      'Nineteen hours and six minutes of silence: this is also how I would describe my thesis.',
      '↩ Did anybody lick the bowl of the thesis?',
    ],
    [
      14,
      'fan32: I made the khichdi in a hotel kettle again. Different hotel. Same looks at breakfast.',
      '↩ Grandmother wants to know if you added the ghee at the end. Answer carefully.',
      '↺ I added the ghee at the end.',
      '↩ She nods.',
    ],
    [1, 'Nine spices without labels is exactly how my kitchen tries to kill me.', 'Smell, guess, regret. The three steps.'],
    [
      7,
      'Twenty minutes for the onions?? I have been giving them six all my life. I owe an apology to several onions.',
      '↩ They forgive. They are sweet like that, after twenty minutes.',
    ],
    [
      5,
      'fan22: I have notes on the pizza.',
      '↩ I was waiting for you.',
      '↺ Rest the dough overnight in the cold. That is the note.',
      '↩ …it is a good note.',
    ],
    [
      2,
      'fan5: Dal es una conversación. En mi casa es una discusión, y gana el ajo.',
      '↩ The garlic wins here as well, it is just more polite about it.',
    ],
    [
      11,
      'fan13: What can I use if I cannot find curry leaves here?',
      '↩ Honestly? Nothing is the same, so do not pretend: a little lime zest at the end, and keep the secret.',
      'Freeze them when you do find them. They survive for months.',
    ],
    [13, 'Burnt one in high resolution. Respect.'],
    [4, 'My fridge door: four mustards and a candle. I do not know about the candle.'],
  ],
  alex: [
    [
      7,
      'fan34: 61. Five kilometres. In trousers. And I did need the keys.',
      '↩ LEGEND. I stand corrected on the pockets.',
      'I want this on a mug.',
    ],
    [1, 'Week one, walking and complaining: done. I am particularly good at the second part.', '↩ That is 50 %. Strong start.'],
    [8, 'Only nouns. “Hill. Dog. Why.” Slowing down now.', '↩ A perfect haiku of a bad pace.'],
    [
      5,
      'Shoes next to the kettle since Monday. I have now gone out three times. I am furious that it works.',
      '↩ Be furious and hydrated.',
    ],
    [
      2,
      'fan1: Does the end of the street count?',
      '↩ It has always counted.',
      '↺ Today I went past the end of the street!!',
      '↩ Ladies and gentlemen: a runner.',
    ],
    [10, 'The foam roller won here as well.'],
    [
      11,
      'My knee clicks on stairs but does not hurt. Stop, or carry on?',
      '↩ Noise without pain is usually just noise. If it starts to hurt or swells, stop and have somebody look at it who can touch it: I only have a keyboard.',
      '↺ Thank you. It is a very polite click.',
    ],
    [14, 'fan23: Sunrise group, Saturday, in. I will be the one at the back telling stories with verbs.'],
    [12, 'Rice with an egg is the breakfast of people who get things done.', 'With chilli oil. Then you get them done faster.'],
  ],
  otis: [
    [2, 'Slugs: 11. Lettuces: 1, and I sleep next to it.', '↩ This is the spirit that built allotments.'],
    [
      11,
      'fan37: 2.64 metres. I talk to it. I also sing.',
      '↩ I KNEW there was singing. I want it on record.',
      'As a neutral observer: it is mostly Whitney.',
    ],
    [
      8,
      'fan26: Owner of one tomato here. It is red today. I do not know what to do with my hands.',
      '↩ Eat it warm, outside, tell nobody.',
      '↺ Eaten. Told everybody.',
    ],
    [5, 'A chair is the best thing you have ever planted.'],
    [
      13,
      'fan10: Would you prune an old apple now, or wait? It has been shouting at the neighbours’ fence.',
      '↩ Wait for the leaves to fall, then never more than a quarter in one winter. It took years to get cross, let it calm down slowly.',
      '↺ A quarter. Thank you. I would have taken half and felt terrible.',
    ],
    [5, 'What does Ken say about all this?', '↩ Ken says the chair faces the wrong way.', 'Ken is right.'],
    [9, 'The robin supervises me too. Mine has opinions on spacing.'],
    [15, 'You told a lemon tree a story. I am lying on the kitchen floor.', '↩ It fruited. I make no claims.'],
    [14, 'Eleven marrows?! I would cross the road TOWARDS you. Marrow chutney, two weeks in the dark, then cheese.'],
  ],
}
