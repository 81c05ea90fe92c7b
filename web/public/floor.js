// Runs in any browser, hence so plain: tells those below the floor (Chrome 90, Firefox 90, Safari 15) what to do.
(function () {
  var isNewEnough =
    'noModule' in document.createElement('script') &&
    typeof window.WeakRef === 'function' &&
    window.CSS &&
    CSS.supports &&
    CSS.supports('aspect-ratio', '1 / 1');
  if (isNewEnough) return;
  var words = [
    ['kk', 'Бұл браузер тым ескі. Chrome, Edge немесе Firefox-ты жаңарт, болмаса басқа компьютерді немесе телефонды ал. Код сол күйі жарайды.'],
    ['ru', 'Этот браузер слишком старый. Обнови Chrome, Edge или Firefox либо возьми другой компьютер или телефон. Код останется тем же.'],
    ['en', 'This browser is too old. Update Chrome, Edge or Firefox, or take another computer or phone. Your code stays the same.']
  ];
  var place = document.createElement('main');
  place.id = 'too-old';
  place.style.padding = '1.25rem';
  place.style.maxWidth = '36rem';
  var title = document.createElement('h1');
  title.appendChild(document.createTextNode('Ұстаз'));
  place.appendChild(title);
  for (var i = 0; i < words.length; i += 1) {
    var line = document.createElement('p');
    line.lang = words[i][0];
    line.style.margin = '1.25rem 0 0';
    line.appendChild(document.createTextNode(words[i][1]));
    place.appendChild(line);
  }
  document.body.insertBefore(place, document.body.firstChild);
})();
