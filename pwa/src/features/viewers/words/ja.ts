/** Who looked at me. */
export const words = {
  title: '見た人',
  today: '今日',
  roles: {
    worker: '本人',
    foreman: '職長',
    responsible_person: '事業者責任者',
    layer_manager: '階層管理者',
    site_manager: '現場管理者',
    site_viewer: '現場閲覧者',
    proxy_clerk: '代行登録担当者',
    counter_staff: '窓口の担当者',
    evaluation_body: '能力評価実施団体',
    public_client: '発注者',
    ministry: '国土交通省',
    operator: '運営',
  } as Readonly<Record<string, string>>,
  roleUnknown: 'ほかの役割',
  purposes: {
    worker_list: '作業員名簿を作るため',
    employment: '雇用の手続きのため',
    site_check: '現場での確認のため',
    application: '申請の手続きのため',
    approval: '申請した日を確かめるため',
    help: 'あなたの相談に答えるため',
    download: '記録を書き出すため',
    pass: 'あなたが見せた画面の確認',
  } as Readonly<Record<string, string>>,
  purposeUnknown: 'そのほかの目的',
  register: '登録の運営・窓口',
  unnamed: 'あなたが見せた相手',
  none: 'まだ、だれも見ていません',
  noneNote: '会社や現場があなたの記録を見ると、すぐここに出ます。自分で見たときは出ません。',
  why: {
    title: '人の名前が出ないわけ',
    text: '見るのは仕事のためで、責任は会社や窓口にあります。そのため、人の名前は出しません。だれが見たかは、登録に残っています。',
  },
  ask: {
    title: '心当たりがないとき',
    text: 'まず、その会社か現場に聞いてください。それでも分からないときは、運営の窓口へ。日と、会社の名前を伝えてください。',
  },
  keptFor: '5年前までの記録です',
}

export type Words = typeof words
