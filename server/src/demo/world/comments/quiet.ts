import type { Talk } from './written.ts'

/** Under the posts of those who look, think and explain. */
export const quietTalk: Readonly<Record<string, readonly Talk[]>> = {
  lyra: [
    [
      3,
      'The bug was a time zone. I laughed, then I checked, then I stopped laughing.',
      '↩ I am sorry. I am always sorry when I am right about those.',
      'Mine was the cache in the coat.',
    ],
    [
      8,
      '“Usually that somebody is you in March.” It is March. I have questions for the person from October.',
      '↩ Be gentle with them. They were tired and it was nearly five.',
    ],
    [
      8,
      'I renamed `data2` today because of you. It is called `unpaidInvoices` now and it turns out there was a bug in it.',
      '↩ That is how names work. You turn on the light and there it is.',
    ],
    [9, 'The cat left. I will shorten the explanation.'],
    [
      11,
      'From 900 kB to 38! Would you write down which step gave how much?',
      '↩ Images 610, one date library 140, a carousel nobody had clicked since spring 90. The rest was me being stubborn.',
      'A carousel. It is always a carousel.',
    ],
    [15, 'fan21: It rains. I code. This page is the right kind of company.', '↩ Pull up a chair. Soup is metaphorical but endless.'],
    [
      7,
      'Twelve merged and one of them was mine, my first ever. Thank you for the note about the variable. I have printed it.',
      '↩ Your patch fixed something I had walked past for a month. I should be printing yours.',
    ],
    [
      12,
      'Peace. Tabs in the streets, spaces in the sheets of paper.',
      'Four spaces and a lawyer.',
      'I use both in one file and I am not sorry.',
      '↩ Security!',
    ],
    [
      13,
      'Chapter one lost me at “the reviewer’s mood”, page four. Everything else: yes.',
      '↩ That is exactly the page I was worried about. Rewriting it tonight, thank you for saying it.',
    ],
    [
      2,
      'How do you decide what to delete? I am scared of every line I did not write.',
      '↩ I run it without the line and watch what complains. If nothing does, I ask one human, because quiet is not the same as safe.',
    ],
  ],
  magda: [
    [2, 'Bxh7 and I will not be talked out of it.', '↩ Look at the rook once more. Just look at it.', '↺ Oh no.', '↩ Oh yes.'],
    [3, 'A knight on the rim that pays no rent and cannot be evicted. My kind of piece.'],
    [8, 'Lost to your sandwich man last week. He offered me half. After.', '↩ He only does that with people he respects.'],
    [4, 'My favourite way to lose is slowly, with a smile, a pawn up.', 'Mine is by touching the wrong piece at move four.'],
    [
      7,
      'fan25: Endgames first changed my rating by 140 points. I used to say goodbye very badly.',
      '↩ 140! And your openings?',
      '↺ Still embarrassing. I just survive them now.',
    ],
    [
      6,
      'Is the London really fine for somebody who panics when things get sharp?',
      '↩ It is fine for two years. Then promise me you will play one sharp line, on purpose, and lose with it.',
      '↺ Two years. I will set a reminder.',
    ],
    [14, 'She asked if zugzwang is a player 😂', 'Zugzwang, number 14, midfielder.'],
    [12, 'Solved! Quiet move, then nothing they do is any good. I felt rude.', '↩ That is the feeling. Remember it.'],
    [13, 'Pawns cannot go back. I read that on the tram and had to look out of the window for a while.'],
  ],
  haru: [
    [3, 'fan6: 36枚のうち19枚が猫、健全です。', '↩ 残りの17枚にも、よく見ると二匹います。', '↺ 探します！'],
    [
      2,
      'fan16: 雨の日の珈琲が半音低い、というの、ずっと言葉にできなかったやつです。',
      '↩ うれしいです。晴れの日にもう一度飲んで確かめてください。',
    ],
    [
      4,
      'Where are the quiet streets, please? I am in Kyoto in two weeks and my knees do not like crowds.',
      '↩ North of Imadegawa before eight. Walk slowly, greet the old man with the broom. He knows more than I.',
      '↺ I greeted him! He gave me a persimmon.',
      '↩ Then you are a local now.',
    ],
    [13, 'fan6: 全部ピンクになった町、展覧会で見たいです。', 'fan16: 町じゅうが照れている、って最高の言い方。'],
    [6, 'What film was the second one? The grain looks like breathing.', '↩ Expired 400, pushed one stop, and a long prayer.'],
    [14, 'fan16: 猫会議の議事録を希望します。', '↩ 結論：日なたは先着順。'],
    [11, 'fan6: マスターの「いつもの」、読んでいて泣きました。'],
    [
      9,
      'fan6: ピントが合っていない写真ほど覚えている、わかります。祖母の写真が一枚だけそうです。',
      '↩ その一枚、大事にしてください。ピントは後からついてきます。',
    ],
  ],
  nour: [
    [3, 'fan14: جدتي تقول إن نجمة واحدة تكفي، بشرط أن تعرف اسمها.', '↩ جدتك عالمة فلك حقيقية.'],
    [2, 'fan7: رأيت القمر والمشتري من الشرفة في الإسكندرية! أيقظت البيت كله.', '↩ وهل سامحوك؟', '↺ بعد الشاي، نعم.'],
    [
      9,
      'I did not know that Altair and Vega are Arabic. I have been saying them wrong with great confidence.',
      '↩ Say them wrong and look up: they do not mind.',
      'fan14: an-nasr al-waqi, the falling eagle. Now I cannot unsee it.',
      '↩ ممتاز! You are my best student this evening.',
    ],
    [12, 'fan7: حبة الأرز هذه أجمل صورة للقمر رأيتها.', '↩ شكرًا! كنت في العاشرة ويدي ترتجف.'],
    [
      1,
      'What telescope for a balcony with neighbours and a street lamp? Mine is confused, and so are they.',
      '↩ A small one with a wide view, and a dark towel over your head. The towel matters more than the telescope.',
      '↺ The towel works. The neighbours are more confused than ever.',
    ],
    [8, 'fan39: الشاي قبل التلسكوب، هذا قانون عندنا في كراتشي.', '↩ وعندنا القهوة. لنتفق على أن الكوب أولًا.'],
    [11, 'fan14: من أشعل كل هذا؟ ❤️ سأحكيها لأولادي الليلة.'],
    [
      6,
      'fan8: Clouds again in Leipzig. I am putting the kettle on and imagining Saturn, as instructed.',
      '↩ The best observations are made like that. Clear skies tomorrow!',
    ],
    [14, 'fan7: كم شهابًا عددتم؟ نحن سبعة وعشرون وإنذاران كاذبان.', 'fan14: أربعون! والطفل يقول أربعمئة.', '↩ الطفل على حق.'],
  ],
}
