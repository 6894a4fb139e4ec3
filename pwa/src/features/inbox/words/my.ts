import type { Words } from './ja'

export const words: Words = {
  title: 'သတင်း',
  unread: 'အသစ်',
  today: 'ယနေ့',
  none: 'သတင်း မရှိသေးပါ',
  noneNote: 'တစ်ရက်ကို ရေတွက်လျှင် သို့မဟုတ် ရပ်သွားလျှင် ဤနေရာသို့ ရောက်သည်။',
  keptFor: 'ပြီးခဲ့သော ရက် 30 အတွင်း သတင်းများ',
}
