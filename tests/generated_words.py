"""Words of six languages from which ``generated.py`` makes articles; persons, places and wording are invented."""

from typing import NamedTuple


class Words(NamedTuple):
    """What articles of a language are made of; ``{n}`` is a number, ``{at}`` a place, ``{claim}`` a claim."""

    actors: tuple[tuple[str, str], ...]
    """Name of a body, and the name of its person."""
    frames: tuple[str, ...]
    """Who says it: ``{who}``."""
    themes: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]
    """Title, question, keywords, claims."""
    places: tuple[str, ...]
    outlets: tuple[str, ...]
    brief: str
    """A title for a brief."""


EN = Words(
    (
        ("Harbour Ministry", "Ilves"),
        ("Grid Agency", "Tamm"),
        ("Sailors' Union", "Okoro"),
        ("City Council", "Reyes"),
    ),
    (
        "{who} said that {claim}.",
        "{who} told reporters in {at} that {claim}.",
        "According to {who}, {claim}.",
        "“We know that {claim},” {who} said.",
        "{who} warned that {claim}, and asked for a vote before the end of the month.",
    ),
    (
        (
            "Ports",
            "Which harbours open, and who pays?",
            ("harbour*", "port*", "ship*"),
            (
                "the harbour of {at} will stay closed to ships for {n} days",
                "{n} ships wait outside of the port of {at} for a pilot",
                "a new pier at {at} would cost {n} million crowns",
                "no ship may leave {at} without a pilot from {n} October",
            ),
        ),
        (
            "Power",
            "Where does the current fail?",
            ("power*", "cable*", "blackout*"),
            (
                "a broken cable near {at} left {n} homes without power",
                "power will return to {at} within {n} hours",
                "the blackout at {at} began when {n} pylons fell in the storm",
                "the repair of the cable to {at} has to wait for {n} divers from abroad",
            ),
        ),
        (
            "Talks",
            "What is agreed?",
            ("talks", "agree*", "strike*"),
            (
                "talks in {at} broke off after {n} hours",
                "the strike at {at} goes on until {n} workers are taken back",
                "both sides agreed in {at} on {n} per cent more pay",
                "nobody has agreed to talks in {at} before {n} November",
            ),
        ),
    ),
    ("Narva", "Port Ellen", "Hook Bay", "Saltmarsh", "Upper Wick"),
    ("Harbour Post", "Coast Radio", "The Wick Observer", "Northern Wire"),
    "The northern strait",
)
DE = Words(
    (
        ("Hafenministerium", "Brandl"),
        ("Netzagentur", "Vogt"),
        ("Seeleutegewerkschaft", "Okafor"),
        ("Stadtrat", "Reuter"),
    ),
    (
        "{who} sagte, dass {claim}.",
        "{who} teilte in {at} mit, dass {claim}.",
        "Nach Angaben von {who} steht fest, dass {claim}.",
        "„Wir wissen, dass {claim}“, sagte {who}.",
        "{who} warnte davor, dass {claim}, und verlangte eine Abstimmung noch in diesem Monat.",
    ),
    (
        (
            "Häfen",
            "Welche Häfen öffnen, und wer bezahlt das?",
            ("Hafen*", "Häfen", "Schiff*"),
            (
                "der Hafen von {at} für {n} Tage geschlossen bleibt",
                "{n} Schiffe vor dem Hafen von {at} auf einen Lotsen warten",
                "eine neue Mole in {at} rund {n} Millionen Kronen kosten würde",
                "kein Schiff {at} ab dem {n}. Oktober ohne Lotsen verlassen darf",
            ),
        ),
        (
            "Stromversorgungssicherheit",
            "Wo fällt der Strom aus?",
            ("Strom*", "Kabel*", "Leitung*"),
            (
                "ein gerissenes Kabel bei {at} {n} Häuser vom Strom getrennt hat",
                "der Strom in {at} binnen {n} Stunden wieder fließt",
                "bei {at} im Sturm {n} Masten umgefallen sind und die Leitung unterbrochen ist",
                "die Reparatur des Kabels nach {at} auf {n} Taucher aus dem Ausland warten muss",
            ),
        ),
        (
            "Verhandlungen",
            "Was ist vereinbart?",
            ("Verhandlung*", "Streik*", "Einigung*"),
            (
                "die Verhandlungen in {at} nach {n} Stunden abgebrochen wurden",
                "der Streik in {at} weitergeht, bis {n} Arbeiter wieder eingestellt sind",
                "die Einigung in {at} {n} Prozent mehr Lohn vorsieht",
                "niemand vor dem {n}. November zu Verhandlungen in {at} bereit ist",
            ),
        ),
    ),
    ("Norderhaven", "Bad Salzmarsch", "Kleinwiek", "Altfähr", "Hakenbucht"),
    ("Hafenbote", "Küstenfunk", "Wieker Beobachter", "Nordagentur"),
    "Die nördliche Meerenge",
)
FR = Words(
    (
        ("ministère des Ports", "Lacombe"),
        ("agence du réseau", "Mercier"),
        ("syndicat des marins", "Diallo"),
        ("conseil municipal", "Rey"),
    ),
    (
        "{who} a déclaré que {claim}.",
        "{who} a indiqué à {at} que {claim}.",
        "Selon {who}, {claim}.",
        "« Nous savons que {claim} », a affirmé {who}.",
        "{who} a averti que {claim}, et a demandé un vote avant la fin du mois.",
    ),
    (
        (
            "Ports",
            "Quels ports rouvrent, et qui paie ?",
            ("port*", "navire*"),
            (
                "le port de {at} restera fermé aux navires pendant {n} jours",
                "{n} navires attendent un pilote devant le port de {at}",
                "une nouvelle jetée à {at} coûterait {n} millions de couronnes",
                "aucun navire ne peut quitter {at} sans pilote à partir du {n} octobre",
            ),
        ),
        (
            "Électricité",
            "Où le courant manque-t-il ?",
            ("électricité", "câble*", "courant*"),
            (
                "un câble rompu près de {at} a privé {n} foyers d’électricité",
                "le courant reviendra à {at} d’ici {n} heures",
                "la panne d’électricité de {at} a commencé quand {n} pylônes sont tombés",
                "la réparation du câble vers {at} doit attendre {n} plongeurs étrangers",
            ),
        ),
        (
            "Négociations",
            "Qu’est-ce qui est convenu ?",
            ("négociation*", "grève*", "accord*"),
            (
                "les négociations de {at} ont été rompues après {n} heures",
                "la grève à {at} continue jusqu’au retour de {n} ouvriers",
                "l’accord de {at} prévoit {n} pour cent de salaire en plus",
                "personne n’accepte de négociations à {at} avant le {n} novembre",
            ),
        ),
    ),
    ("Port-Salin", "Le Crochet", "Haute-Anse", "Saint-Wick", "Narvac"),
    ("Le Courrier du port", "Radio-Côte", "L’Observateur", "Agence du Nord"),
    "Le détroit du nord",
)
UK = Words(
    (
        ("Міністерство портів", "Коваленко"),
        ("Агентство мереж", "Мельник"),
        ("Профспілка моряків", "Ткач"),
        ("Міська рада", "Бондар"),
    ),
    (
        "{who} заявив, що {claim}.",
        "{who} повідомив у місті {at}, що {claim}.",
        "За словами {who}, {claim}.",
        "«Ми знаємо, що {claim}», — сказав {who}.",
        "{who} попередив, що {claim}, і закликав голосувати до кінця місяця.",
    ),
    (
        (
            "Порти",
            "Які порти відкриваються і хто платить?",
            ("порт*", "суден*", "судна"),
            (
                "порт {at} залишиться закритим для суден на {n} днів",
                "{n} суден чекають на лоцмана біля порту {at}",
                "новий причал у порту {at} коштуватиме {n} мільйонів крон",
                "жодне з {n} суден не залишить порт {at} без лоцмана",
            ),
        ),
        (
            "Електроенергія",
            "Де зникає світло?",
            ("світл*", "кабел*", "електр*"),
            (
                "через обрив кабелю біля {at} без світла лишилися {n} домівок",
                "світло повернеться до {at} протягом {n} годин",
                "електропостачання {at} зникло, коли впали {n} опор",
                "ремонт кабелю до {at} чекає на {n} водолазів з-за кордону",
            ),
        ),
        (
            "Переговори",
            "Про що домовилися?",
            ("переговор*", "страйк*", "угод*"),
            (
                "переговори в {at} зірвалися через {n} годин",
                "страйк у {at} триватиме, доки не повернуть {n} робітників",
                "угода в {at} передбачає на {n} відсотків більшу платню",
                "ніхто не згоден на переговори в {at} раніше ніж за {n} днів",
            ),
        ),
    ),
    ("Солоне", "Верхня Коса", "Нарвин", "Гаково", "Білопілля"),
    ("Портовий вісник", "Радіо Берег", "Оглядач", "Північна агенція"),
    "Північна протока",
)
RU = Words(
    (
        ("Министерство портов", "Соколов"),
        ("Агентство сетей", "Мельников"),
        ("Профсоюз моряков", "Ткачёв"),
        ("Городской совет", "Белов"),
    ),
    (
        "{who} заявил, что {claim}.",
        "{who} сообщил в городе {at}, что {claim}.",
        "По словам {who}, {claim}.",
        "«Мы знаем, что {claim}», — сказал {who}.",
        "{who} предупредил, что {claim}, и призвал голосовать до конца месяца.",
    ),
    (
        (
            "Порты",
            "Какие порты открываются и кто платит?",
            ("порт*", "суд*"),
            (
                "порт {at} останется закрытым для судов на {n} дней",
                "{n} судов ждут лоцмана у порта {at}",
                "новый причал в порту {at} обойдётся в {n} миллионов крон",
                "ни одно из {n} судов не покинет порт {at} без лоцмана",
            ),
        ),
        (
            "Электроэнергия",
            "Где пропадает свет?",
            ("свет*", "кабел*", "электр*"),
            (
                "из-за обрыва кабеля у {at} без света остались {n} домов",
                "свет вернётся в {at} в течение {n} часов",
                "электроснабжение {at} прервалось, когда упали {n} опор",
                "ремонт кабеля до {at} ждёт {n} водолазов из-за границы",
            ),
        ),
        (
            "Переговоры",
            "О чём договорились?",
            ("переговор*", "забастов*", "соглашен*"),
            (
                "переговоры в {at} сорвались через {n} часов",
                "забастовка в {at} продлится, пока не вернут {n} рабочих",
                "соглашение в {at} предусматривает на {n} процентов большее жалованье",
                "никто не согласен на переговоры в {at} раньше чем через {n} дней",
            ),
        ),
    ),
    ("Солёное", "Верхняя Коса", "Нарвин", "Гаково", "Белополье"),
    ("Портовый вестник", "Радио Берег", "Обозреватель", "Северное агентство"),
    "Северный пролив",
)
AR = Words(
    (
        ("وزارة الموانئ", "الحداد"),
        ("وكالة الشبكة", "المنصور"),
        ("نقابة البحارة", "الكاتب"),
        ("مجلس المدينة", "النجار"),
    ),
    (
        "قال {who} إن {claim}.",
        "أعلن {who} في {at} أن {claim}.",
        "وفقا لما ذكره {who} فإن {claim}.",
        "«نحن نعلم أن {claim}»، قال {who}.",
        "حذر {who} من أن {claim}، وطلب التصويت قبل نهاية الشهر.",
    ),
    (
        (
            "الموانئ",
            "أي الموانئ تفتح ومن يدفع؟",
            ("ميناء", "سفينة", "السفن"),
            (
                "ميناء {at} سيبقى مغلقا أمام السفن لمدة {n} يوما",
                "عدد السفن المنتظرة أمام ميناء {at} بلغ {n} سفينة",
                "رصيفا جديدا في ميناء {at} سيكلف {n} مليون كرونة",
                "السفن لن تغادر ميناء {at} قبل {n} أكتوبر",
            ),
        ),
        (
            "الكهرباء",
            "أين ينقطع التيار؟",
            ("الكهرباء", "التيار", "الكابل"),
            (
                "انقطاع الكابل قرب {at} حرم {n} منزلا من الكهرباء",
                "التيار سيعود إلى {at} خلال {n} ساعة",
                "الكهرباء انقطعت عن {at} بعد سقوط {n} برجا في العاصفة",
                "إصلاح الكابل إلى {at} ينتظر {n} غواصا من الخارج",
            ),
        ),
        (
            "المحادثات",
            "على ماذا اتفقوا؟",
            ("المحادثات", "الإضراب", "الاتفاق"),
            (
                "المحادثات في {at} توقفت بعد {n} ساعة",
                "الإضراب في {at} سيستمر حتى عودة {n} عاملا",
                "الاتفاق في {at} ينص على زيادة الأجور بنسبة {n} في المئة",
                "المحادثات في {at} لن تبدأ قبل {n} نوفمبر",
            ),
        ),
    ),
    ("نارفا", "رأس الملح", "خليج الصنارة", "الواحة العليا", "المرسى"),
    ("بريد الميناء", "إذاعة الساحل", "المراقب", "وكالة الشمال"),
    "المضيق الشمالي",
)
WORDS = {"en": EN, "de": DE, "fr": FR, "uk": UK, "ru": RU, "ar": AR}
