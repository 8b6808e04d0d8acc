package payload

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime"
	"mime/multipart"
	"net/textproto"
	"strings"
)

// Body is the body of a request to Discord, or of the answer to one of
// Discord's.
type Body struct {
	ContentType string
	Data        []byte
}

// MarshalJSON writes m as a new message of a channel, whatever its limits.
func (m Message) MarshalJSON() ([]byte, error) { return json.Marshal(m.wire(newMessage)) }

// MarshalJSON writes r as it answers an interaction, whatever its limits.
func (r Response) MarshalJSON() ([]byte, error) { return json.Marshal(r.wire()) }

// NewMessage is m as a new message of a channel. The error is that of Check.
func (m Message) NewMessage() (Body, error) { return m.body(newMessage) }

// FollowUp is m as a further message of an interaction, which knows neither
// ReplyTo nor Nonce. The error is that of Check.
func (m Message) FollowUp() (Body, error) { return m.body(followUp) }

// Edit is m in the place of all that a message had before. Who sees a message
// cannot be changed. The error is that of Check.
func (m Message) Edit() (Body, error) { return m.body(edit) }

// Body is r as it answers an interaction. The error is that of Check.
func (r Response) Body() (Body, error) {
	if err := r.Check(); err != nil {
		return Body{}, err
	}
	return encode(r.wire(), r.Message.Files)
}

func (m Message) body(f form) (Body, error) {
	if err := m.Check(); err != nil {
		return Body{}, err
	}
	return encode(m.wire(f), m.Files)
}

// encode writes v as JSON, and beside files as a part of a form.
func encode(v any, files []File) (Body, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return Body{}, fmt.Errorf("encode a message: %w", err)
	}
	if len(files) == 0 {
		return Body{ContentType: "application/json", Data: data}, nil
	}
	var b bytes.Buffer
	parts := multipart.NewWriter(&b)
	err = writePart(parts, `form-data; name="payload_json"`, "application/json", data)
	for i, f := range files {
		if err == nil {
			err = writePart(parts, disposition(i, f.Name), fileType(f), f.Data)
		}
	}
	if err == nil {
		err = parts.Close()
	}
	if err != nil {
		return Body{}, fmt.Errorf("encode a message with files: %w", err)
	}
	return Body{ContentType: parts.FormDataContentType(), Data: b.Bytes()}, nil
}

func writePart(w *multipart.Writer, disposition, contentType string, data []byte) error {
	part, err := w.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {disposition},
		"Content-Type":        {contentType},
	})
	if err == nil {
		_, err = part.Write(data)
	}
	return err
}

// unquotable are the characters that would end a quoted name of a form.
var unquotable = strings.NewReplacer("\\", "_", `"`, "_", "\r", "_", "\n", "_")

func disposition(i int, name string) string {
	return fmt.Sprintf(`form-data; name="files[%d]"; filename="%s"`, i, unquotable.Replace(name))
}

// fileType is the type of a file; one that could break out of its line counts
// as unknown.
func fileType(f File) string {
	if kind, params, err := mime.ParseMediaType(f.ContentType); err == nil {
		return mime.FormatMediaType(kind, params)
	}
	return "application/octet-stream"
}
