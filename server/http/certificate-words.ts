import type { Language } from '../domain/language.ts';

type Words = {
  title: string;
  why: string;
  download: string;
  compare: string;
  steps: readonly { where: string; how: string }[];
  after: string;
  none: string;
};

/** How a school's certificate is installed. Read by a counsellor or whoever looks after the computers. */
export const certificateWords: Readonly<Record<Language, Words>> = {
  kk: {
    title: 'Мектеп серверінің сертификаты',
    why: 'Сертификат орнатылған компьютерде жауаптар желісіз де сақталады және ешкімге көрінбейді. Оны әр компьютерге бір рет орнату керек.',
    download: 'Сертификатты жүктеп алу',
    compare: 'Сервер көрсеткен іздеуішпен (SHA-256) салыстырыңыз, олар бірдей болуы керек:',
    steps: [
      {
        where: 'Windows (Chrome, Edge)',
        how: 'Файлды ашыңыз → «Сертификатты орнату» → «Жергілікті компьютер» → «Сенімді түбірлік сертификаттау орталықтары».',
      },
      {
        where: 'Firefox',
        how: 'Баптаулар → Құпиялылық және қауіпсіздік → Сертификаттар → Орталықтар → Импорттау; веб-сайттарға сенуді белгілеңіз.',
      },
      {
        where: 'Android',
        how: 'Баптаулар → Қауіпсіздік → Шифрлау және тіркелгі деректері → Сертификат орнату → CA сертификаты.',
      },
      {
        where: 'iPhone, iPad',
        how: 'Файлды ашып, профильді орнатыңыз; содан кейін Баптаулар → Жалпы → Құрылғы туралы → Сертификаттарға сену.',
      },
      {
        where: 'Linux',
        how: 'Файлды /usr/local/share/ca-certificates бумасына салып, update-ca-certificates іске қосыңыз.',
      },
    ],
    after: 'Браузерді жауып, қайта ашыңыз: мекенжай https:// деп басталуы және ескерту шықпауы керек.',
    none: 'Бұл сервердің өз сертификаты жоқ. Әкімші «npx ustaz tls» пәрменін орындай алады.',
  },
  ru: {
    title: 'Сертификат школьного сервера',
    why: 'На компьютере с сертификатом ответы сохраняются и без сети, и никто их не видит. Установить его нужно один раз на каждом компьютере.',
    download: 'Скачать сертификат',
    compare: 'Сравните отпечаток (SHA-256) с тем, что показал сервер: они должны совпасть.',
    steps: [
      {
        where: 'Windows (Chrome, Edge)',
        how: 'Откройте файл → «Установить сертификат» → «Локальный компьютер» → «Доверенные корневые центры сертификации».',
      },
      {
        where: 'Firefox',
        how: 'Настройки → Приватность и защита → Сертификаты → Центры сертификации → Импортировать; отметьте доверие для сайтов.',
      },
      {
        where: 'Android',
        how: 'Настройки → Безопасность → Шифрование и учётные данные → Установить сертификат → Сертификат ЦС.',
      },
      {
        where: 'iPhone, iPad',
        how: 'Откройте файл и установите профиль, затем Настройки → Основные → Об этом устройстве → Доверие сертификатам.',
      },
      {
        where: 'Linux',
        how: 'Положите файл в /usr/local/share/ca-certificates и выполните update-ca-certificates.',
      },
    ],
    after: 'Закройте браузер и откройте снова: адрес начинается с https://, предупреждения нет.',
    none: 'У этого сервера нет своего сертификата. Администратор может выполнить «npx ustaz tls».',
  },
  en: {
    title: 'The school server’s certificate',
    why: 'On a computer that has it, answers are kept even without a network, and nobody sees them. It is installed once on each computer.',
    download: 'Download the certificate',
    compare: 'Compare the fingerprint (SHA-256) with the one the server showed; they must be the same.',
    steps: [
      {
        where: 'Windows (Chrome, Edge)',
        how: 'Open the file → “Install certificate” → “Local machine” → “Trusted root certification authorities”.',
      },
      {
        where: 'Firefox',
        how: 'Settings → Privacy and security → Certificates → Authorities → Import; tick trust for websites.',
      },
      {
        where: 'Android',
        how: 'Settings → Security → Encryption and credentials → Install a certificate → CA certificate.',
      },
      {
        where: 'iPhone, iPad',
        how: 'Open the file and install the profile; then Settings → General → About → Certificate trust settings.',
      },
      {
        where: 'Linux',
        how: 'Put the file into /usr/local/share/ca-certificates and run update-ca-certificates.',
      },
    ],
    after: 'Close the browser and open it again: the address begins with https:// and there is no warning.',
    none: 'This server has no certificate of its own. Its administrator may run “npx ustaz tls”.',
  },
};
