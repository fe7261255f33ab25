// soon /widget.js
