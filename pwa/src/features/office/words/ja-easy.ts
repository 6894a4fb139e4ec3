/** やさしい日本語. */
import type { Words } from './ja'

export const words: Words = {
  title: 'あなたの ｜役割《やくわり》',
  role: {
    worker: '｜技能者《ぎのうしゃ》',
    foreman: '｜職長《しょくちょう》',
    responsible_person: '｜会社《かいしゃ》の ｜責任者《せきにんしゃ》',
    layer_manager: '｜階層《かいそう》｜管理者《かんりしゃ》',
    site_manager: '｜現場《げんば》｜管理者《かんりしゃ》',
    site_viewer: '｜現場《げんば》を ｜見《み》る ｜人《ひと》',
    proxy_clerk: '｜代行《だいこう》の ｜担当者《たんとうしゃ》',
    counter_staff: '｜窓口《まどぐち》の ｜人《ひと》',
    evaluation_body: 'レベルを ｜決《き》める ｜団体《だんたい》',
    public_client: '｜工事《こうじ》を たのむ ｜役所《やくしょ》',
    ministry: '｜国土《こくど》｜交通省《こうつうしょう》',
    operator: '｜運営《うんえい》',
  },
  register: '｜登録《とうろく》の ぜんぶ',
  until: (day, year) => `${year}${day}まで`,
  open: 'おわりの ｜日《ひ》は ない',
  none: 'いま ｜役割《やくわり》が ありません',
  noneWhat: '｜招待《しょうたい》した ｜人《ひと》に、｜役割《やくわり》を つけて もらって ください。',
  desk: '｜会社《かいしゃ》と ｜現場《げんば》の ｜画面《がめん》を ひらく',
  deskHow: '｜朝《あさ》の ｜確認《かくにん》、｜承認《しょうにん》、｜人《ひと》の ｜一覧《いちらん》が あります。',
  applications: '｜申請《しんせい》',
  applicationsHow: '｜登録《とうろく》を する・｜変《か》える',
  noPassport: 'この かぎは、｜技能者《ぎのうしゃ》の パスポートの ものでは ありません。',
  unseen: 'あなたの ｜役割《やくわり》は、まだ わかりません',
  settings: 'せってい',
}
